package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.ReplyState;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.monitoring.Assessment;
import de.kreiskonzept.platform.monitoring.Light;
import de.kreiskonzept.platform.monitoring.round.Rounds;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a lead does with the answers of bodies: accept them as assessments, change them before, or ask back. */
@Singleton
@InWorkspace
public class Proposals {
    private final ReplyStore store;
    private final Rounds rounds;
    private final Assessment assessment;
    private final AuditTrail audit;
    private final Clock clock;

    Proposals(ReplyStore store, Rounds rounds, Assessment assessment, AuditTrail audit, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.assessment = assessment;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers of a round with the round itself. */
    public record Board(Round round, List<Reply> replies) {}

    /** The questions of a round, those in this state only where it is not null. */
    @InWorkspace(readOnly = true)
    public Board board(UUID round, @Nullable ReplyState state) {
        return new Board(rounds.get(round), store.listOfRound(round, state));
    }

    /** One question of a round. */
    @InWorkspace(readOnly = true)
    public Reply get(UUID round, UUID id) {
        return store.find(id).filter(one -> one.roundId().equals(round)).orElseThrow(Refusal::notFound);
    }

    /**
     * Makes an answer an assessment.
     *
     * @param version of the answer that was shown
     * @param light what is assessed, as it was answered or changed
     * @throws Refusal 409 where the round is not open or nothing was answered, 412 where the answer has changed
     */
    void accept(Reply reply, long version, Light light, SignedIn who) {
        requireGiven(reply, version);
        Light answered = answered(reply);
        accept(reply, light.equals(answered) ? null : light, who);
    }

    /** Accepts all answers of a round that wait, or those of one body; gives their number. */
    public int acceptAll(UUID round, @Nullable UUID body, SignedIn who) {
        requireOpen(rounds.get(round));
        List<Reply> given = store.listOfRound(round, ReplyState.GIVEN).stream()
                .filter(one -> body == null || one.askedId().equals(body))
                .toList();
        given.forEach(reply -> accept(reply, null, who));
        return given.size();
    }

    /**
     * Asks the body back; its answer stays, and it may answer again.
     *
     * @param question not blank
     * @throws Refusal as {@link #accept}
     */
    void askBack(Reply reply, long version, String question, SignedIn who) {
        requireGiven(reply, version);
        store.decide(reply, ReplyState.RETURNED, question, now());
        audit.record(
                new Actor(who.accountId(), who.name()),
                "reply.returned",
                reply.id().toString(),
                "");
    }

    private void accept(Reply reply, @Nullable Light changed, SignedIn who) {
        store.decide(reply, ReplyState.ACCEPTED, "", now());
        // "Nothing new" confirms what holds and adds no assessment of its own.
        if (changed != null || !reply.nothingNew()) {
            assessment.accept(reply.measureId(), changed == null ? answered(reply) : changed, reply.body(), who);
        }
        audit.record(
                new Actor(who.accountId(), who.name()),
                "reply.accepted",
                reply.id().toString(),
                "");
    }

    private static Light answered(Reply reply) {
        TrafficLight light = reply.light();
        return new Light(light == null ? reply.current() : light, reply.reason(), reply.words());
    }

    private void requireGiven(Reply reply, long version) {
        requireOpen(rounds.get(reply.roundId()));
        if (reply.state() != ReplyState.GIVEN) {
            throw new Refusal(HttpStatus.CONFLICT, "reply-missing", "reply.refused.missing");
        }
        if (reply.version() != version) {
            throw Refusal.stale();
        }
    }

    private static void requireOpen(Round round) {
        if (round.state() != RoundState.OPEN) {
            throw new Refusal(HttpStatus.CONFLICT, "round-state", "reply.refused.notOpen", round.name());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
