package de.kreiskonzept.admin.signup;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A county asks for a workspace and confirms its address. */
@Singleton
@Transactional
public class Registration {
    /** How long the link in the mail can be opened. */
    public static final Duration LINK = Duration.ofDays(7);

    /** After this time a repeated request gets a new link, because the first mail may be lost. */
    static final Duration REPEATED = Duration.ofMinutes(10);

    /** Version of the processing agreement on the sign-up page. */
    static final String AGREEMENT = "2026-11";

    private static final Actor VISITOR = Actor.without("Registrierung");
    private static final Actor CLOCK = Actor.without("Fristablauf");

    private final SignupStore store;
    private final Tenants tenants;
    private final CountyCatalogue catalogue;
    private final Letters letters;
    private final AuditTrail audit;
    private final Clock clock;

    Registration(
            SignupStore store,
            Tenants tenants,
            CountyCatalogue catalogue,
            Letters letters,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes the request of a county and sends the link that confirms its address. Who sends the same request once more gets
     * the same answer: no second request, and a new link only when the first one is {@link #REPEATED} old.
     *
     * @throws Refusal 409 when the county has a workspace or an open request of somebody else
     */
    public Signup request(CountyRequest request) {
        var token = Tickets.create();
        var created = create(request, VISITOR, token);
        if (created.isEmpty()) {
            return repeat(request);
        }
        letters.askToConfirm(request, token, (int) LINK.toDays());
        return created.get();
    }

    private Signup repeat(CountyRequest request) {
        var signup = tenants.findLiving(request.county().ags())
                .map(Tenant::id)
                .flatMap(store::findByTenant)
                .flatMap(found -> store.lock(found.id()))
                .filter(found -> found.state() == SignupState.REQUESTED && found.isFrom(request))
                .orElseThrow(() -> taken(request.county().ags()));
        var expiresAt = signup.tokenExpiresAt();
        if (expiresAt != null && !expiresAt.minus(LINK).plus(REPEATED).isAfter(store.now())) {
            var token = Tickets.create();
            store.renew(signup.id(), Tickets.hash(token), store.now().plus(LINK));
            letters.askToConfirm(request, token, (int) LINK.toDays());
            audit.record(VISITOR, "tenant.requested-again", tenantOf(signup).toString(), "");
        }
        return signup;
    }

    /**
     * Enters a county on behalf of the provider; its address needs no confirmation.
     *
     * @throws Refusal 409 when the county has a workspace or an open request
     */
    Signup enter(CountyRequest request, Actor actor) {
        var signup = create(request, actor, null)
                .orElseThrow(() -> taken(request.county().ags()));
        store.verified(signup.id());
        tenants.change(tenantOf(signup), TenantState.VERIFIED, actor, "");
        return store.find(signup.id()).orElseThrow();
    }

    private Optional<Signup> create(CountyRequest request, Actor actor, @Nullable String token) {
        var before = lockRunOut(request.county().ags());
        return before.isEmpty()
                ? createFirst(request, actor, token)
                : Optional.of(audit.getAsOne(
                        actor,
                        () -> replace(before.get(), request, actor, token),
                        signup -> new Act("tenant.requested", tenantOf(signup).toString(), "")));
    }

    /** Puts a request in the place of one whose link has run out. */
    private Signup replace(Signup before, CountyRequest request, Actor actor, @Nullable String token) {
        expire(before);
        return createFirst(request, actor, token)
                .orElseThrow(() -> taken(request.county().ags()));
    }

    private Optional<Signup> createFirst(CountyRequest request, Actor actor, @Nullable String token) {
        return tenants.create(
                        request.county(), catalogue.slugOf(request.county().ags()), actor, "")
                .map(tenant -> create(tenant, request, token));
    }

    private Signup create(Tenant tenant, CountyRequest request, @Nullable String token) {
        var now = store.now();
        var signup = new Signup(
                Ids.create(clock),
                tenant.id(),
                tenant.ags(),
                request.contactName(),
                request.email(),
                AGREEMENT,
                now,
                token == null ? null : now.plus(LINK),
                SignupState.REQUESTED,
                null,
                null,
                null,
                now,
                0);
        store.create(signup, token == null ? null : Tickets.hash(token));
        return signup;
    }

    /** The open request that a link belongs to; empty when the link was used, has run out or never was. */
    public Optional<Signup> find(String token) {
        return store.findByToken(Tickets.hash(token)).filter(signup -> !signup.hasRunOut(store.now()));
    }

    /**
     * Confirms the address by the link in the mail, once.
     *
     * @throws Refusal 404 when the link was used, has run out or never was
     */
    public Signup confirm(String token) {
        var signup = store.lockByToken(Tickets.hash(token))
                .filter(found -> found.state() == SignupState.REQUESTED && !found.hasRunOut(store.now()))
                .orElseThrow(Registration::worthless);
        store.verified(signup.id());
        tenants.change(tenantOf(signup), TenantState.VERIFIED, VISITOR, "");
        return store.find(signup.id()).orElseThrow();
    }

    /** Requests whose link has run out. */
    List<UUID> runOut() {
        return store.runOut();
    }

    /** Ends one of them, so that its county may ask again. */
    void expire(UUID id) {
        store.lock(id).filter(signup -> signup.hasRunOut(store.now())).ifPresent(this::expire);
    }

    private Optional<Signup> lockRunOut(Ags ags) {
        return tenants.findLiving(ags)
                .map(Tenant::id)
                .flatMap(store::findByTenant)
                .flatMap(signup -> store.lock(signup.id()))
                .filter(signup -> signup.hasRunOut(store.now()));
    }

    private void expire(Signup signup) {
        tenants.change(tenantOf(signup), TenantState.DELETED, CLOCK, "");
        store.decided(signup.id(), SignupState.EXPIRED, CLOCK.name(), "");
    }

    private Refusal taken(Ags ags) {
        var open = tenants.findLiving(ags)
                .map(Tenant::state)
                .filter(state -> state == TenantState.REQUESTED || state == TenantState.VERIFIED)
                .isPresent();
        return new Refusal(
                HttpStatus.CONFLICT, "county-taken", open ? "signup.taken.request" : "signup.taken.workspace");
    }

    static Refusal worthless() {
        return new Refusal(HttpStatus.NOT_FOUND, "link-worthless", "signup.confirm.worthless");
    }

    private static UUID tenantOf(Signup signup) {
        return Optional.ofNullable(signup.tenantId())
                .orElseThrow(() -> new IllegalStateException("An open request has a tenant"));
    }
}
