package de.kreiskonzept.platform.onboarding.stakeholder;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.onboarding.Stakeholder;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.WithoutData;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The lead keeps the map of stakeholders. */
@Singleton
@InWorkspace
class Stakeholders {
    private final StakeholderStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Stakeholders(StakeholderStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** All stakeholders. */
    @InWorkspace(readOnly = true)
    public List<Listed> list() {
        return store.list();
    }

    /** The stakeholder; 404 where there is none. */
    @InWorkspace(readOnly = true)
    public Listed get(UUID id) {
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    /** All talks with a stakeholder, the latest first. */
    @InWorkspace(readOnly = true)
    public List<Contact> contacts(UUID id) {
        return store.listContacts(id);
    }

    UUID create(Stakeholder stakeholder, SignedIn who) {
        UUID id = store.insert(stakeholder, now());
        record(who, "stakeholder.created", id);
        return id;
    }

    /**
     * Changes a stakeholder.
     *
     * @throws Refusal 404, 412 where it has changed
     */
    void change(UUID id, long version, Stakeholder stakeholder, SignedIn who) {
        get(id);
        store.update(id, version, stakeholder, now());
        record(who, "stakeholder.changed", id);
    }

    /**
     * Deletes a stakeholder with the talks.
     *
     * @throws Refusal 404, 412 where it has changed
     */
    void delete(UUID id, long version, SignedIn who) {
        get(id);
        store.delete(id, version);
        record(who, "stakeholder.deleted", id);
    }

    /** Writes down a talk. */
    void note(UUID id, LocalDate heldOn, String words, SignedIn who) {
        get(id);
        store.addContact(id, new Contact(heldOn, words, who.name()), now());
        record(who, "stakeholder.changed", id);
    }

    @WithoutData
    LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
