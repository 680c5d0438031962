package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Person;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeStore;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Puts people on seats and takes them off; deletes names once they are no longer needed (decision 015). */
@Singleton
@InWorkspace
public class Terms {
    /** Years after the end of the last term in which a name is kept. */
    public static final int YEARS = 5;

    private final TermStore store;
    private final CommitteeStore committees;
    private final AuditTrail audit;
    private final Clock clock;

    Terms(TermStore store, CommitteeStore committees, AuditTrail audit, Clock clock) {
        this.store = store;
        this.committees = committees;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts somebody on a seat, or makes them stand in for who holds it; gives the id of the term. */
    public UUID create(TermForm form, SignedIn who) {
        committees.lock();
        Instant now = now();
        TermOfOffice term = form.term(Ids.create(now), person(form, now), now, null);
        store.insert(term);
        record(who, "term.created", term.id());
        return term.id();
    }

    /**
     * Changes a term; ends it where it has a last day. Its deputies end with it.
     *
     * @throws Refusal 404, 412 where it has changed in between
     */
    public void change(UUID id, long version, TermForm form, SignedIn who) {
        committees.lock();
        CommitteeBook book = committees.read();
        TermOfOffice before = book.getTerm(id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        Instant now = now();
        TermOfOffice changed = form.term(id, person(form, now), now, before);
        store.update(changed);
        endDeputies(book, changed, now);
        store.deleteIdle();
        record(who, "term.changed", id);
    }

    private void endDeputies(CommitteeBook book, TermOfOffice term, Instant now) {
        LocalDate end = term.until();
        if (end == null) {
            return;
        }
        book.structure().terms().stream()
                .filter(one -> term.id().equals(one.deputyOf()))
                .filter(one -> one.until() == null || one.until().isAfter(end))
                .forEach(one -> store.update(ended(one, end, now)));
    }

    private static TermOfOffice ended(TermOfOffice term, LocalDate end, Instant now) {
        return new TermOfOffice(
                term.id(),
                term.ruleId(),
                term.instance(),
                term.personId(),
                term.from(),
                end.isBefore(term.from()) ? term.from() : end,
                term.deputyOf(),
                term.createdAt(),
                now,
                term.version());
    }

    private UUID person(TermForm form, Instant now) {
        if (!form.isNewPerson()) {
            return form.personId();
        }
        var person = new Person(Ids.create(now), form.name(), "", Inputs.id(form.organisation()), now, now, 0);
        store.insert(person);
        return person.id();
    }

    /**
     * Deletes a term that was entered by mistake, with its deputies.
     *
     * @throws Refusal 412 where it has changed in between
     */
    public void delete(UUID id, long version, SignedIn who) {
        store.delete(id, version);
        record(who, "term.deleted", id);
    }

    /**
     * Changes name, address and organisation of a person.
     *
     * @throws Refusal 404, 412 where they have changed in between
     */
    public void name(UUID id, long version, PersonForm form, SignedIn who) {
        Person before = store.find(id).orElseThrow(Refusal::notFound);
        store.update(new Person(
                id, form.name(), form.mail(), Inputs.id(form.organisation()), before.createdAt(), now(), version));
        record(who, "person.changed", id);
    }

    /**
     * Deletes the name of a person; the terms stay without one.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 while a term goes on
     */
    public void forget(UUID id, long version, SignedIn who) {
        Person before = store.find(id).orElseThrow(Refusal::notFound);
        LocalDate today = LocalDate.now(clock);
        if (committees.read().structure().terms().stream()
                .anyMatch(term -> term.personId().equals(id) && !term.period().isBefore(today))) {
            throw new Refusal(HttpStatus.CONFLICT, "person-in-office", "committee.refused.inOffice");
        }
        store.update(new Person(id, "", "", null, before.createdAt(), now(), version));
        record(who, "person.forgotten", id);
    }

    /** Deletes the names of all whose last term ended more than {@value #YEARS} years ago. */
    public void forgetFormer() {
        Instant now = now();
        int forgotten = store.forget(LocalDate.now(clock).minusYears(YEARS), now);
        if (forgotten > 0) {
            audit.record(Actor.without("Kreiskonzept"), "person.forgotten", String.valueOf(forgotten), "");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
