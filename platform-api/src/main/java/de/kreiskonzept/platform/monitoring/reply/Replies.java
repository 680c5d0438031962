package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.identity.notice.NoticeKind;
import de.kreiskonzept.platform.identity.notice.Tidings;
import de.kreiskonzept.platform.monitoring.Light;
import de.kreiskonzept.platform.monitoring.evidence.Evidence;
import de.kreiskonzept.platform.monitoring.evidence.EvidenceStore;
import de.kreiskonzept.platform.monitoring.evidence.SentFile;
import de.kreiskonzept.platform.monitoring.round.Asked;
import de.kreiskonzept.platform.monitoring.round.LinkStore;
import de.kreiskonzept.platform.monitoring.round.Rounds;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the answers of bodies: by the secret of a link, or from a lead who answers for a body. */
@Singleton
@InWorkspace
public class Replies {
    private final ReplyStore store;
    private final LinkStore links;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final Tidings tidings;
    private final Clock clock;

    Replies(ReplyStore store, LinkStore links, Rounds rounds, AuditTrail audit, Tidings tidings, Clock clock) {
        this.store = store;
        this.links = links;
        this.rounds = rounds;
        this.audit = audit;
        this.tidings = tidings;
        this.clock = clock;
    }

    /**
     * What a body is asked.
     *
     * @param files by the ids of the questions
     * @param vocabulary what the county calls the states
     */
    public record Sheet(
            Round round,
            Asked body,
            List<Reply> replies,
            Map<UUID, List<Evidence>> files,
            StatusVocabulary vocabulary) {
        /** The files of the answer to a question. */
        public List<Evidence> files(Reply reply) {
            return files.getOrDefault(reply.id(), List.of());
        }

        /** The question with this id. */
        Reply get(UUID id) {
            return replies.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
        }

        /** The next question after this one that waits for the body, from the start again at the end; null where none does. */
        @Nullable
        Reply next(UUID id) {
            int here = replies.indexOf(get(id));
            for (int i = 1; i < replies.size(); i++) {
                Reply one = replies.get((here + i) % replies.size());
                if (one.state().waits()) {
                    return one;
                }
            }
            return null;
        }
    }

    /**
     * What the holder of a link is asked.
     *
     * @throws Refusal 404 where there is no such link, 410 where it is revoked or its round is not open
     */
    @InWorkspace(readOnly = true)
    public Sheet byLink(String secret) {
        LinkStore.Target target = links.find(secret)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "link-unknown", "reply.refused.unknown"));
        if (!target.usable()) {
            throw new Refusal(HttpStatus.GONE, "link-expired", "reply.refused.expired");
        }
        return sheet(target.round(), target.asked());
    }

    /** Notes that the link was opened. */
    void seen(Sheet sheet) {
        rounds.seen(sheet.body());
    }

    /**
     * What a body of a round is asked.
     *
     * @throws Refusal 404 where there is no such round or body
     */
    @InWorkspace(readOnly = true)
    public Sheet sheet(UUID round, UUID body) {
        List<Reply> replies = store.listOfBody(body);
        return new Sheet(
                rounds.get(round),
                rounds.getAsked(round, body),
                replies,
                store.files().ofReplies(replies.stream().map(Reply::id).toList()),
                store.vocabulary());
    }

    /**
     * A file of an answer of this sheet.
     *
     * @throws Refusal 404 where the question is none of this sheet
     */
    @InWorkspace(readOnly = true)
    Optional<EvidenceStore.Whole> findFile(Sheet sheet, UUID reply, UUID file) {
        return store.files().findOfReply(sheet.get(reply).id(), file);
    }

    /** Takes a file of an answer of this sheet away, as long as nobody has accepted it. */
    void removeFile(Sheet sheet, UUID reply, UUID file, Actor actor) {
        requireAnswerable(sheet.get(reply));
        store.files().remove(reply, file);
        audit.record(actor, "reply.file.removed", reply.toString(), "");
    }

    /**
     * Takes the answer of the holder of a link.
     *
     * @param reply the question that was shown
     * @throws Refusal 404 where the question is not one of this body, 409 where it is decided, 410, 412 where it was answered meanwhile
     */
    void answer(String secret, Reply reply, Answer answer) {
        Sheet sheet = byLink(secret);
        sheet.get(reply.id());
        take(reply, answer, "");
        tellLast(sheet, reply, null);
        audit.record(
                actor(sheet),
                "reply.given",
                reply.id().toString(),
                answer.light().light().text());
    }

    /**
     * Takes the answer of a lead for a body.
     *
     * @throws Refusal 409 where the round is not open or the question is decided, 412 where it was answered meanwhile
     */
    public void answerFor(UUID body, Reply reply, Answer answer, SignedIn who) {
        Sheet sheet = sheet(reply.roundId(), body);
        if (sheet.round().state() != RoundState.OPEN) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "round-state",
                    "reply.refused.notOpen",
                    sheet.round().name());
        }
        sheet.get(reply.id());
        take(reply, answer, who.name());
        tellLast(sheet, reply, who.accountId());
        audit.record(
                new Actor(who.accountId(), who.name()),
                "reply.givenFor",
                reply.id().toString(),
                answer.light().light().text());
    }

    /** Answers "nothing new" to everything that the holder of a link has not answered; gives the number. */
    int nothingNew(String secret) {
        Sheet sheet = byLink(secret);
        int number = store.answerNothingNew(sheet.body().id(), "", now());
        if (number > 0) {
            tellComplete(sheet, null);
        }
        audit.record(actor(sheet), "reply.given", sheet.body().id().toString(), "nothing new: " + number);
        return number;
    }

    // One mail for a body, with its last answer, not one for each.
    private void tellLast(Sheet sheet, Reply answered, @Nullable UUID by) {
        boolean last = answered.state().waits()
                && sheet.replies().stream()
                        .noneMatch(one -> one.state().waits() && !one.id().equals(answered.id()));
        if (last) {
            tellComplete(sheet, by);
        }
    }

    private void tellComplete(Sheet sheet, @Nullable UUID by) {
        Round round = sheet.round();
        tidings.tell(new Tidings.Tiding(
                NoticeKind.ANSWERED,
                "berichtsrunden/" + round.id() + "/antworten",
                by,
                sheet.body().name(),
                round.name()));
    }

    private void take(Reply reply, Answer answer, String author) {
        requireAnswerable(reply);
        store.answer(reply, answer, author, now());
    }

    private static void requireAnswerable(Reply reply) {
        if (!reply.state().answerable()) {
            throw new Refusal(HttpStatus.CONFLICT, "reply-accepted", "reply.refused.accepted");
        }
    }

    /** What was answered to one question, maybe with a file. */
    public record Answer(Light light, boolean nothingNew, SentFile file) {
        /** An answer without a file. */
        public Answer(Light light, boolean nothingNew) {
            this(light, nothingNew, SentFile.NONE);
        }

        /** Nothing has changed since the light that holds now. */
        public static Answer nothingNew(Reply reply) {
            return nothingNew(reply, SentFile.NONE);
        }

        /** Nothing has changed since the light that holds now. */
        static Answer nothingNew(Reply reply, SentFile file) {
            CurrentLight now = reply.now();
            return new Answer(new Light(now.light(), null, "", now.status()), true, file);
        }
    }

    /** Whoever has the link of the sheet: the name of the body, which is no personal data of an account. */
    static Actor actor(Sheet sheet) {
        String name = sheet.body().name();
        return Actor.without(name.substring(0, Math.min(name.length(), 200)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
