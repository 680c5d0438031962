package de.kreiskonzept.platform.committee;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeStructure;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.WithoutData;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Founds, changes and deletes committees; who left a committee is named to the lead alone. */
@Singleton
@InWorkspace
public class Committees {
    private final CommitteeStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Committees(CommitteeStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The day it is. */
    @WithoutData
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** All committees, as this person may see them. */
    @InWorkspace(readOnly = true)
    public CommitteeBook read(SignedIn who) {
        CommitteeBook book = store.read();
        return who.role().equals(Roles.LEAD) ? book : book.withoutFormer(today());
    }

    /** Founds or plans a committee; gives its id. */
    public UUID create(CommitteeForm form, SignedIn who) {
        Instant now = now();
        Committee committee = form.committee(Ids.create(now), null, now);
        store.insert(committee);
        record(who, "committee.created", committee.id());
        return committee.id();
    }

    /**
     * Changes what is known of a committee.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 where somebody else has just closed a circle
     */
    public void change(UUID id, long version, CommitteeForm form, SignedIn who) {
        store.lock();
        Committee before = store.find(id).orElseThrow(Refusal::notFound);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        Committee changed = form.committee(id, before, now());
        if (CommitteeForm.isCircular(store.read().structure().with(changed))) {
            throw new Refusal(HttpStatus.CONFLICT, "committee-circle", "committee.fault.circle");
        }
        store.update(changed);
        record(who, "committee.changed", id);
    }

    /**
     * Deletes a committee with its rules.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 where others report or are delegated, somebody holds a seat, it
     *     meets, or papers or decisions name it
     */
    public void delete(UUID id, long version, SignedIn who) {
        store.lock();
        CommitteeBook book = store.read();
        Committee committee = book.get(id);
        if (isUsed(book, committee) || store.meets(id)) {
            throw new Refusal(HttpStatus.CONFLICT, "committee-in-use", "committee.refused.inUse");
        }
        if (store.isNamed(id)) {
            throw new Refusal(HttpStatus.CONFLICT, "committee-in-use", "committee.refused.named");
        }
        store.delete(id, version);
        record(who, "committee.deleted", id);
    }

    private static boolean isUsed(CommitteeBook book, Committee committee) {
        CommitteeStructure all = book.structure();
        String key = committee.id().toString();
        return !all.below(committee.id()).isEmpty()
                || all.rules().stream().anyMatch(rule -> committee.id().equals(rule.delegatedBy()))
                || all.terms().stream()
                        .anyMatch(term -> term.instance().equals(key)
                                || book.getRule(term.ruleId()).committeeId().equals(committee.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
