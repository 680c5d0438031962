package de.kreiskonzept.admin.support;

import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Lets people of the provider enter a county that has let them in, each by a ticket of their own; nobody enters another one. */
@Singleton
@Transactional
public class SupportVisits {
    private static final Duration TICKET = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(90);

    private final Tenants tenants;
    private final SupportStore store;
    private final AuditTrail audit;
    private final SiteUrls urls;
    private final Clock clock;

    SupportVisits(Tenants tenants, SupportStore store, AuditTrail audit, SiteUrls urls, Clock clock) {
        this.tenants = tenants;
        this.store = store;
        this.audit = audit;
        this.urls = urls;
        this.clock = clock;
    }

    /**
     * Whether a county lets somebody in now; one that nobody can enter does not.
     *
     * @throws Refusal 404 for an unknown tenant
     */
    public Optional<OpenGrant> findOpen(UUID tenant) {
        return tenants.get(tenant).state().readable() ? store.findOpen(tenant) : Optional.empty();
    }

    /**
     * The grant by which a county lets somebody in now.
     *
     * @throws Refusal 404 for an unknown tenant, 409 where the county lets nobody in
     */
    public OpenGrant get(UUID tenant) {
        return findOpen(tenant)
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "support-not-granted", "support.notGranted"));
    }

    /**
     * Makes a ticket for whoever asks; its address opens the workspace once, within two minutes.
     *
     * @throws Refusal 404 for an unknown tenant, 409 where the county lets nobody in
     */
    public SupportTicket open(UUID tenant, SignedIn who) {
        var grant = get(tenant);
        var ticket = Tickets.create();
        var until = OffsetDateTime.now(clock).plus(TICKET);
        store.createVisit(tenant, grant, who, ticket, until);
        audit.record(
                new Actor(who.accountId(), who.name()),
                "support.opened",
                tenant.toString(),
                grant.writing() ? "writing" : "reading");
        var path = "/%s/hilfe/eintritt/%s".formatted(tenants.get(tenant).slug(), ticket);
        return new SupportTicket(urls.platform(path), until);
    }

    /** Deletes what is older than 90 days. */
    void forgetOld() {
        int grants = store.forget(KEPT);
        if (grants > 0) {
            audit.record(Actor.without("Fristablauf"), "support.forgotten", Integer.toString(grants), "");
        }
    }
}
