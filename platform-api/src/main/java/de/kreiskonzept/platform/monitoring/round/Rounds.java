package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.monitoring.round.AskedStore.Address;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.WithoutData;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a lead does with a reporting round: prepare it, open it, close it. A round only ever goes on. */
@Singleton
@InWorkspace
public class Rounds {
    private final RoundStore rounds;
    private final AskedStore asked;
    private final Concepts concepts;
    private final AuditTrail audit;
    private final Clock clock;

    Rounds(RoundStore rounds, AskedStore asked, Concepts concepts, AuditTrail audit, Clock clock) {
        this.rounds = rounds;
        this.asked = asked;
        this.concepts = concepts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A round with the bodies it asks.
     *
     * @param unasked measures of its version that nobody is asked about
     * @param counted how many of its measures count
     */
    public record Whole(Round round, List<Asked> bodies, int unasked, Counted counted) {
        /** Bodies that are asked at all. */
        public List<Asked> wanted() {
            return bodies.stream().filter(Asked::wanted).toList();
        }

        /** Bodies that have said everything. */
        public long complete() {
            return wanted().stream().filter(one -> one.progress().complete()).count();
        }

        /** Questions of all bodies that are asked. */
        public Asked.Progress progress() {
            return wanted().stream().map(Asked::progress).reduce(Asked.Progress.NONE, Asked.Progress::add);
        }
    }

    /**
     * How many measures count in the evaluation of a round.
     *
     * @param all those of its version
     */
    public record Counted(int counted, int all) {}

    /** The round. */
    @InWorkspace(readOnly = true)
    public Round get(UUID id) {
        return rounds.find(id).orElseThrow(Refusal::notFound);
    }

    /** The round with the bodies it asks. */
    @InWorkspace(readOnly = true)
    public Whole getWhole(UUID id) {
        Round round = get(id);
        return new Whole(
                round,
                asked.list(id),
                asked.countUnasked(round.versionId(), round.leadsOnly()),
                rounds.countMeasures(round));
    }

    /** A body of a round. */
    @InWorkspace(readOnly = true)
    public Asked getAsked(UUID round, UUID id) {
        return asked.find(id).filter(one -> one.roundId().equals(round)).orElseThrow(Refusal::notFound);
    }

    /**
     * Prepares a round about the version that holds; the bodies its measures name are proposed.
     *
     * @throws Refusal 409 where there is no concept yet
     */
    public UUID create(RoundForm form, SignedIn who) {
        UUID version = concepts.findValidVersion()
                .map(ConceptVersion::id)
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "no-concept", "round.refused.noConcept"));
        Instant now = now();
        var round = new Round(
                Ids.create(now),
                version,
                form.name(),
                form.cutoffDay(),
                form.deadlineDay(),
                form.scope().equals("lead"),
                form.message(),
                RoundState.DRAFT,
                null,
                null,
                0,
                null,
                now,
                now,
                0);
        rounds.insert(round);
        asked.put(round.id(), asked.propose(version, round.leadsOnly()), now);
        record(who, "round.created", round);
        return round.id();
    }

    /**
     * Changes a round that is not closed. Whom to ask is proposed anew where that was changed before it was opened.
     *
     * @throws Refusal 404, 409 where it is closed, 412 where it has changed
     */
    void change(UUID id, long version, RoundForm form, SignedIn who) {
        Round before = fresh(id, version, RoundState.DRAFT, RoundState.OPEN);
        boolean draft = before.state() == RoundState.DRAFT;
        boolean leadsOnly = draft ? form.scope().equals("lead") : before.leadsOnly();
        var changed = new Round(
                id,
                before.versionId(),
                form.name(),
                form.cutoffDay(),
                form.deadlineDay(),
                leadsOnly,
                form.message(),
                before.state(),
                before.openedAt(),
                null,
                // A new deadline is reminded of anew.
                before.deadline().equals(form.deadlineDay()) ? before.reminders() : 0,
                before.deadline().equals(form.deadlineDay()) ? before.escalatedAt() : null,
                before.createdAt(),
                now(),
                version);
        rounds.update(changed);
        if (leadsOnly != before.leadsOnly()) {
            asked.put(id, asked.propose(before.versionId(), leadsOnly), now());
        }
        record(who, "round.changed", changed);
    }

    /**
     * Finds the bodies anew, for example after organisations were named; addresses stay as they were last used.
     *
     * @throws Refusal 404, 409 where it was opened already
     */
    void renew(UUID id, SignedIn who) {
        Round round = get(id);
        require(round, RoundState.DRAFT);
        asked.put(id, asked.propose(round.versionId(), round.leadsOnly()), now());
        record(who, "round.changed", round);
    }

    /**
     * Stores whom to ask and where.
     *
     * @throws Refusal 404, 409 where it is closed
     */
    void address(UUID id, Map<UUID, Address> addresses, SignedIn who) {
        Round round = get(id);
        require(round, RoundState.DRAFT, RoundState.OPEN);
        asked.address(id, addresses, now());
        record(who, "round.changed", round);
    }

    /**
     * Deletes a round that was never opened.
     *
     * @throws Refusal 404, 409 where it was opened, 412 where it has changed
     */
    void delete(UUID id, long version, SignedIn who) {
        Round round = fresh(id, version, RoundState.DRAFT);
        rounds.delete(round);
        record(who, "round.deleted", round);
    }

    /** Notes that a body has opened its link. */
    public void seen(Asked body) {
        if (body.seenAt() == null) {
            asked.seen(body.id(), clock.instant());
        }
    }

    /** Notes that the Stand of a round is open to anybody. */
    public void release(UUID id) {
        Round round = get(id);
        if (round.state() == RoundState.CLOSED) {
            rounds.update(round.released(now()));
        }
    }

    /** Marks a draft as open. */
    Round open(UUID id, long version, SignedIn who) {
        Round round = fresh(id, version, RoundState.DRAFT);
        if (asked.list(id).stream().noneMatch(Asked::wanted)) {
            throw new Refusal(HttpStatus.CONFLICT, "nobody-asked", "round.refused.nobody");
        }
        Round open = round.opened(today(), now());
        rounds.update(open);
        record(who, "round.opened", open);
        return open;
    }

    /** Notes a reminder on schedule. */
    void reminded(Round round) {
        rounds.update(round.reminded(today(), now()));
    }

    /** Notes that the lead knows who is missing after the deadline. */
    void escalated(Round round) {
        rounds.update(round.escalated(now()));
    }

    private Round fresh(UUID id, long version, RoundState... states) {
        Round round = get(id);
        if (round.version() != version) {
            throw Refusal.stale();
        }
        require(round, states);
        return round;
    }

    static void require(Round round, RoundState... states) {
        if (!List.of(states).contains(round.state())) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "round-state",
                    "round.refused." + round.state().text(),
                    round.name());
        }
    }

    /** The day in the time zone of the platform. */
    @WithoutData
    LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, Round round) {
        audit.record(new Actor(who.accountId(), who.name()), action, round.id().toString(), "");
    }
}
