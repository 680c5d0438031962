package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.participation.CommentRound;
import de.kreiskonzept.model.participation.Contribution;
import de.kreiskonzept.model.participation.Moderation;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.participation.AnswerForm;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What was said to drafts, for the county: who reads it, and what is answered. */
@Singleton
@InWorkspace
public class Contributions {
    private final ContributionStore store;
    private final CommentRounds rounds;
    private final AuditTrail audit;
    private final Clock clock;

    Contributions(ContributionStore store, CommentRounds rounds, AuditTrail audit, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /** A round with its draft and what this person may read, in the order of the draft. */
    public record Board(CommentRound round, DraftText text, List<Said> said) {}

    /**
     * What was said in a round: everything for the lead, what is shown for others.
     *
     * @throws Refusal 404 where there is no such round
     */
    @InWorkspace(readOnly = true)
    public Board board(UUID id, SignedIn who) {
        CommentRound round = rounds.get(id);
        DraftText text = rounds.text(round);
        List<Said> said = store.list(id).stream()
                .filter(one -> isFor(who, one.contribution()))
                .toList();
        return new Board(
                round, text, text.inOrder(said, one -> one.contribution().place()));
    }

    /**
     * A contribution of a round.
     *
     * @throws Refusal 404 where there is none that this person may read
     */
    @InWorkspace(readOnly = true)
    public Said get(UUID round, UUID id, SignedIn who) {
        return store.find(id)
                .filter(one -> one.contribution().roundId().equals(round))
                .filter(one -> isFor(who, one.contribution()))
                .orElseThrow(Refusal::notFound);
    }

    private static boolean isFor(SignedIn who, Contribution one) {
        return who.role().equals(Roles.LEAD) || one.isShown();
    }

    /**
     * Says who reads a contribution.
     *
     * @throws Refusal 412 where it has changed in between
     */
    public void moderate(Contribution contribution, long version, Moderation next, SignedIn who) {
        requireFresh(contribution, version);
        store.update(contribution.moderated(next, now()));
        record(who, "contribution.moderated", contribution, next.text());
    }

    /**
     * Answers a contribution, or changes the answer.
     *
     * @throws Refusal 412 where it has changed in between
     */
    public void answer(Contribution contribution, long version, AnswerForm form, SignedIn who) {
        requireFresh(contribution, version);
        store.update(contribution.decided(form.decided(), form.answer(), form.carriedOut(), now()));
        record(who, "contribution.answered", contribution, form.decided().text());
    }

    private static void requireFresh(Contribution contribution, long version) {
        if (contribution.version() != version) {
            throw Refusal.stale();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, Contribution contribution, String what) {
        audit.record(
                new Actor(who.accountId(), who.name()),
                action,
                contribution.id().toString(),
                what);
    }
}
