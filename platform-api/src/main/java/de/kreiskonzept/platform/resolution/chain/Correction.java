package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.resolution.PaperStore;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.Whole;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Corrects results that were written down wrongly, until the minutes are approved. What stood there before stays with the reason; what
 * follows from the result follows again. An adopted version of the concept stays adopted.
 */
@Singleton
@InWorkspace
public class Correction {
    private final PaperStore papers;
    private final ConsultationStore turns;
    private final CorrectionStore store;
    private final Voting voting;
    private final ConceptAdoption adoption;
    private final AuditTrail audit;

    Correction(
            PaperStore papers,
            ConsultationStore turns,
            CorrectionStore store,
            Voting voting,
            ConceptAdoption adoption,
            AuditTrail audit) {
        this.papers = papers;
        this.turns = turns;
        this.store = store;
        this.voting = voting;
        this.adoption = adoption;
        this.audit = audit;
    }

    /** What stood there before, the first result first. */
    @InWorkspace(readOnly = true)
    public List<Former> list(UUID turn) {
        return store.list(turn);
    }

    /**
     * Corrects a result.
     *
     * @param version of the turn that the person has seen
     * @param form checked before
     * @throws Refusal 404, 409 where there is no result, the minutes are approved or the concept is adopted, 412 where the turn has
     *     changed in between
     */
    public void correct(UUID id, UUID turnId, long version, CorrectionForm form, SignedIn who) {
        CouncilPaper paper = papers.lock(id).orElseThrow(Refusal::notFound);
        Whole whole = papers.whole(paper, Math.max(1, paper.submitted()));
        Turn turn = whole.turn(turnId);
        requireCorrectable(paper, turn, form.vote());
        if (turn.version() != version) {
            throw Refusal.stale();
        }
        store.keep(turn, form.reason(), who);
        audit.recordAsOne(
                new Actor(who.accountId(), who.name()),
                "paper.corrected",
                id.toString(),
                "",
                () -> noteAgain(whole, turn, form.vote(), who));
    }

    private void noteAgain(Whole whole, Turn turn, VoteForm right, SignedIn who) {
        Optional<Turn> follower = follower(whole, turn);
        follower.ifPresent(one -> turns.delete(one.consultation().id(), one.version()));
        UUID dropped = follower.map(one -> one.consultation().id()).orElse(null);
        voting.note(whole.reopened(turn.consultation().id(), dropped), turn, right, who);
    }

    private void requireCorrectable(CouncilPaper paper, Turn turn, VoteForm form) {
        Consultation before = turn.consultation();
        if (before.result() == Result.NONE) {
            throw Consultations.refused("chain.refused.notDecided");
        }
        if (store.isInApprovedMinutes(turn)) {
            throw Consultations.refused("chain.refused.approved");
        }
        boolean stillApproves = form.found().approves() && form.found() != Result.AMENDED;
        if (!stillApproves && adoption.hasFollowed(paper, before)) {
            throw Consultations.refused("chain.refused.adopted");
        }
    }

    // What was put off in error has a turn behind it that nobody has dealt with.
    private static Optional<Turn> follower(Whole whole, Turn turn) {
        if (turn.consultation().result() != Result.POSTPONED) {
            return Optional.empty();
        }
        Optional<Turn> next = whole.turns().stream()
                .skip(whole.turns().indexOf(turn) + 1L)
                .findFirst()
                .filter(one -> one.consultation()
                        .committeeId()
                        .equals(turn.consultation().committeeId()));
        if (next.filter(one -> one.consultation().result() != Result.NONE).isPresent()) {
            throw Consultations.refused("chain.refused.continued");
        }
        return next;
    }
}
