package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeStore;
import de.kreiskonzept.platform.committee.seat.SeatRuleForm.Slot;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Adds, changes and deletes seat rules; none makes a committee delegate into itself. */
@Singleton
@InWorkspace
public class SeatRules {
    private final SeatRuleStore store;
    private final CommitteeStore committees;
    private final AuditTrail audit;
    private final Clock clock;

    SeatRules(SeatRuleStore store, CommitteeStore committees, AuditTrail audit, Clock clock) {
        this.store = store;
        this.committees = committees;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a rule at the end of those of the committee; gives its id.
     *
     * @throws Refusal 404, 409 where a committee would delegate into itself
     */
    public UUID create(UUID committee, SeatRuleForm form, SignedIn who) {
        CommitteeBook book = locked();
        book.get(committee);
        Instant now = now();
        int position = book.structure().rulesOf(committee).stream()
                        .mapToInt(SeatRule::position)
                        .max()
                        .orElse(0)
                + 1;
        SeatRule rule = form.rule(new Slot(Ids.create(now), committee, position), now, null);
        requireNoCircle(book, rule);
        store.insert(rule);
        record(who, "seat-rule.created", rule.id());
        return rule.id();
    }

    /**
     * Changes a rule.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 where a committee would delegate into itself
     */
    public void change(UUID id, long version, SeatRuleForm form, SignedIn who) {
        CommitteeBook book = locked();
        SeatRule before = book.getRule(id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        SeatRule rule = form.rule(new Slot(id, before.committeeId(), before.position()), now(), before);
        requireNoCircle(book, rule);
        store.update(rule);
        record(who, "seat-rule.changed", id);
    }

    /**
     * Deletes a rule.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 where somebody holds or held a seat of it
     */
    public void delete(UUID id, long version, SignedIn who) {
        CommitteeBook book = locked();
        book.getRule(id);
        if (book.structure().terms().stream().anyMatch(term -> term.ruleId().equals(id))) {
            throw new Refusal(HttpStatus.CONFLICT, "seat-rule-in-use", "committee.refused.ruleInUse");
        }
        store.delete(id, version);
        record(who, "seat-rule.deleted", id);
    }

    private CommitteeBook locked() {
        committees.lock();
        return committees.read();
    }

    private static void requireNoCircle(CommitteeBook book, SeatRule rule) {
        if (book.structure().with(rule).delegatesInCircle()) {
            throw new Refusal(HttpStatus.CONFLICT, "committee-circle", "committee.fault.delegation");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
