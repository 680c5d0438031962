package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.model.monitoring.ReplyState;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.identity.notice.NoticeKind;
import de.kreiskonzept.platform.identity.notice.Tidings;
import de.kreiskonzept.platform.monitoring.Light;
import de.kreiskonzept.platform.monitoring.LightTable;
import de.kreiskonzept.platform.monitoring.evidence.Evidence;
import de.kreiskonzept.platform.monitoring.evidence.EvidenceStore;
import de.kreiskonzept.platform.monitoring.round.Rounds;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a lead does with the answers of bodies: accept them as assessments, change them before, or ask back. */
@Singleton
@InWorkspace
public class Proposals {
    private final ReplyStore store;
    private final Rounds rounds;
    private final LightTable lights;
    private final AuditTrail audit;
    private final Tidings tidings;
    private final Clock clock;

    Proposals(ReplyStore store, Rounds rounds, LightTable lights, AuditTrail audit, Tidings tidings, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.lights = lights;
        this.audit = audit;
        this.tidings = tidings;
        this.clock = clock;
    }

    /**
     * Answers of a round with the round itself.
     *
     * @param files by the ids of the answers
     */
    public record Board(Round round, List<Reply> replies, Map<UUID, List<Evidence>> files) {
        /** The files of an answer. */
        public List<Evidence> files(Reply reply) {
            return files.getOrDefault(reply.id(), List.of());
        }
    }

    /** The questions of a round, those in this state only where it is not null. */
    @InWorkspace(readOnly = true)
    public Board board(UUID round, @Nullable ReplyState state) {
        Round one = rounds.get(round);
        List<Reply> replies = store.listOfRound(round, state);
        return new Board(one, replies, files(replies));
    }

    /** The files of answers by the ids of these. */
    @InWorkspace(readOnly = true)
    Map<UUID, List<Evidence>> files(List<Reply> replies) {
        return store.files().ofReplies(replies.stream().map(Reply::id).toList());
    }

    /** What the county calls the states of its measures. */
    @InWorkspace(readOnly = true)
    StatusVocabulary vocabulary() {
        return store.vocabulary();
    }

    /** A file of an answer of a round. */
    @InWorkspace(readOnly = true)
    Optional<EvidenceStore.Whole> findFile(UUID round, UUID reply, UUID file) {
        return store.files().findOfReply(get(round, reply).id(), file);
    }

    /** One question, of whatever round. */
    @InWorkspace(readOnly = true)
    public Reply get(UUID id) {
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    /** One question of a round. */
    @InWorkspace(readOnly = true)
    public Reply get(UUID round, UUID id) {
        Reply one = get(id);
        if (!one.roundId().equals(round)) {
            throw Refusal.notFound();
        }
        return one;
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
        boolean changed = !light.equals(answered(reply));
        // "Nothing new" confirms what holds and adds no assessment of its own.
        accept(List.of(reply), changed || !reply.nothingNew() ? Map.of(reply.id(), light) : Map.of(), who);
        record("reply.accepted", reply.id(), "", who);
    }

    /** Makes an answer an assessment as it is. */
    void accept(Reply reply, long version, SignedIn who) {
        accept(reply, version, answered(reply), who);
    }

    /** Accepts all answers of a round that wait, or those of one body; gives their number. */
    public int acceptAll(UUID round, @Nullable UUID body, SignedIn who) {
        requireOpen(rounds.get(round));
        List<Reply> given = store.listOfRound(round, ReplyState.GIVEN).stream()
                .filter(one -> body == null || one.askedId().equals(body))
                .toList();
        accept(
                given,
                given.stream()
                        .filter(reply -> !reply.nothingNew())
                        .collect(Collectors.toMap(Reply::id, Proposals::answered)),
                who);
        record("reply.accepted", round, String.valueOf(given.size()), who);
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
        store.askBack(reply, question, now());
        record("reply.returned", reply.id(), "", who);
        tidings.tell(new Tidings.Tiding(
                NoticeKind.RETURNED,
                "berichtsrunden/" + reply.roundId() + "/antworten?zustand=alle",
                who.accountId(),
                reply.body(),
                reply.text()));
    }

    // Two bodies may answer about one measure: each answer goes on from the light that the one before has left.
    private void accept(List<Reply> replies, Map<UUID, Light> assessed, SignedIn who) {
        store.accept(replies, now());
        List<Reply> fresh =
                replies.stream().filter(one -> assessed.containsKey(one.id())).toList();
        var current =
                new HashMap<>(lights.find(fresh.stream().map(Reply::measureId).toList()));
        var changes = new ArrayList<LightTable.Change>();
        for (Reply reply : fresh) {
            Light light = Objects.requireNonNull(assessed.get(reply.id()));
            CurrentLight before = current.getOrDefault(reply.measureId(), CurrentLight.NONE);
            var after = new CurrentLight(
                    light.light(), light.reason(), before.counted(), before.version() + 1, light.status());
            changes.add(new LightTable.Change(reply.measureId(), before, after, light.justification(), reply.body()));
            current.put(reply.measureId(), after);
        }
        List<UUID> added = lights.change(changes, new Actor(who.accountId(), who.name()));
        store.files()
                .pass(IntStream.range(0, added.size())
                        .boxed()
                        .collect(Collectors.toMap(i -> fresh.get(i).id(), added::get)));
    }

    private static Light answered(Reply reply) {
        TrafficLight light = reply.light();
        return new Light(light == null ? reply.current() : light, reply.reason(), reply.words(), reply.status());
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

    private void record(String action, UUID subject, String detail, SignedIn who) {
        audit.record(new Actor(who.accountId(), who.name()), action, subject.toString(), detail);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
