package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.participation.CommentRound;
import de.kreiskonzept.model.participation.CommentState;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.WithoutData;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What a lead does with a comment round: prepare it, open it, close it. A round only ever goes on. */
@Singleton
@InWorkspace
public class CommentRounds {
    private final CommentRoundStore rounds;
    private final Concepts concepts;
    private final AuditTrail audit;
    private final Clock clock;

    CommentRounds(CommentRoundStore rounds, Concepts concepts, AuditTrail audit, Clock clock) {
        this.rounds = rounds;
        this.concepts = concepts;
        this.audit = audit;
        this.clock = clock;
    }

    /** All rounds, the latest first. */
    @InWorkspace(readOnly = true)
    List<CommentRoundStore.Line> list() {
        return rounds.list();
    }

    /**
     * The round.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    public CommentRound get(UUID id) {
        return rounds.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The round with how much was said in it.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    CommentRoundStore.Line getCounted(UUID id) {
        return rounds.findCounted(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The draft of a round as it is now.
     *
     * @throws Refusal 404 where it is gone
     */
    @InWorkspace(readOnly = true)
    public DraftText text(CommentRound round) {
        List<Chapter> chapters = concepts.chapters(round.versionId()).shown();
        return concepts.findTree(round.versionId())
                .map(tree -> DraftText.of(tree, chapters))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Prepares a round about the draft.
     *
     * @throws Refusal 409 where there is no draft
     */
    public UUID create(CommentRoundForm form, SignedIn who) {
        UUID version = concepts.findCurrentVersion()
                .filter(current -> current.state().editable())
                .map(ConceptVersion::id)
                .orElseThrow(
                        () -> new Refusal(HttpStatus.CONFLICT, "nothing-to-comment", "commenting.refused.noDraft"));
        Instant now = now();
        var round = new CommentRound(
                Ids.create(now),
                version,
                form.name(),
                form.introduction(),
                form.whom(),
                form.deadlineDay(),
                CommentState.DRAFT,
                null,
                null,
                now,
                now,
                0);
        rounds.insert(round);
        record(who, "commenting.created", round);
        return round.id();
    }

    /**
     * Changes a round that is not closed.
     *
     * @throws Refusal 404, 409 where it is closed, 412 where it has changed
     */
    void change(UUID id, long version, CommentRoundForm form, SignedIn who) {
        CommentRound before = fresh(id, version, CommentState.DRAFT, CommentState.OPEN);
        var changed = new CommentRound(
                id,
                before.versionId(),
                form.name(),
                form.introduction(),
                form.whom(),
                form.deadlineDay(),
                before.state(),
                before.openedAt(),
                null,
                before.createdAt(),
                now(),
                version);
        rounds.update(changed);
        record(who, "commenting.changed", changed);
    }

    /**
     * Deletes a round that was never opened.
     *
     * @throws Refusal 404, 409 where it was opened, 412 where it has changed
     */
    void delete(UUID id, long version, SignedIn who) {
        CommentRound round = fresh(id, version, CommentState.DRAFT);
        rounds.delete(round);
        record(who, "commenting.deleted", round);
    }

    /** Marks a draft as open. */
    CommentRound open(UUID id, long version, SignedIn who) {
        CommentRound open = fresh(id, version, CommentState.DRAFT).opened(now());
        rounds.update(open);
        record(who, "commenting.opened", open);
        return open;
    }

    /**
     * Closes an open round: nothing more is taken, answers go on.
     *
     * @throws Refusal 404, 409 where it is not open, 412 where it has changed
     */
    public void close(UUID id, long version, SignedIn who) {
        CommentRound round = fresh(id, version, CommentState.OPEN);
        rounds.update(round.closed(now()));
        record(who, "commenting.closed", round);
    }

    private CommentRound fresh(UUID id, long version, CommentState... states) {
        CommentRound round = get(id);
        if (round.version() != version) {
            throw Refusal.stale();
        }
        require(round, states);
        return round;
    }

    /** Refuses what does not fit the state of a round. */
    static void require(CommentRound round, CommentState... states) {
        if (!List.of(states).contains(round.state())) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "comment-round-state",
                    "commenting.refused." + round.state().text(),
                    round.name());
        }
    }

    /** The day in the time zone of the platform. */
    @WithoutData
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The time zone of the platform. */
    @WithoutData
    ZoneId zone() {
        return clock.getZone();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, CommentRound round) {
        audit.record(new Actor(who.accountId(), who.name()), action, round.id().toString(), "");
    }
}
