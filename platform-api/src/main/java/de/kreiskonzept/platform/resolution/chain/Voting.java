package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.DecisionState;
import de.kreiskonzept.model.resolution.PaperState;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.model.voting.ConsultationChain;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.resolution.PaperStore;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.Whole;
import de.kreiskonzept.platform.resolution.register.Decisions;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes down what came of a committee's turn: the turn is closed, the paper goes as far as it has come, the decision goes into the
 * register, and the approval of the committee that decides on the concept adopts the version, all or nothing.
 */
@Singleton
@InWorkspace
public class Voting {
    private final PaperStore papers;
    private final ConsultationStore store;
    private final Decisions decisions;
    private final ConceptAdoption adoption;
    private final AuditTrail audit;
    private final Clock clock;

    Voting(
            PaperStore papers,
            ConsultationStore store,
            Decisions decisions,
            ConceptAdoption adoption,
            AuditTrail audit,
            Clock clock) {
        this.papers = papers;
        this.store = store;
        this.decisions = decisions;
        this.adoption = adoption;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes a result down.
     *
     * @param version of the turn that the person has seen
     * @param form checked before
     * @throws Refusal 404, 409 where the paper was never sent, the turn is closed or nobody said which committee decides on the
     *     concept, 412 where the turn has changed in between
     */
    public void decide(UUID id, UUID turnId, long version, VoteForm form, SignedIn who) {
        CouncilPaper paper = papers.lock(id).orElseThrow(Refusal::notFound);
        Whole whole = papers.whole(paper, Math.max(1, paper.submitted()));
        Turn turn = whole.turn(turnId);
        requireOpen(paper, turn);
        if (turn.version() != version) {
            throw Refusal.stale();
        }
        audit.recordAsOne(
                new Actor(who.accountId(), who.name()),
                "paper.voted",
                id.toString(),
                "",
                () -> note(whole, turn, form, who));
    }

    /** Writes the result of a turn that is open, with all that follows from it; a decision that is there already is replaced. */
    void note(Whole whole, Turn turn, VoteForm form, SignedIn who) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Consultation closed = closed(turn.consultation(), form);
        store.update(closed, turn.version(), now);
        ConsultationChain chain = form.found() == Result.POSTPONED
                ? postponed(whole, closed, form, now)
                : whole.chain().with(closed.id(), form.found());
        papers.update(whole.paper().come(PaperState.of(chain), now));
        enter(whole.paper(), turn, form, who, now);
        adoption.follow(whole.paper(), closed, turn.committee(), who);
    }

    private void enter(CouncilPaper paper, Turn turn, VoteForm form, SignedIn who, Instant now) {
        CouncilDecision before = turn.decision();
        if (form.isDecision()) {
            CouncilDecision decision = decision(paper, closed(turn.consultation(), form), form, now);
            if (before == null) {
                decisions.enter(decision, who);
            } else {
                decisions.correct(before, decision, who);
            }
        } else if (before != null) {
            decisions.withdraw(before, who);
        }
    }

    private static void requireOpen(CouncilPaper paper, Turn turn) {
        if (turn.consultation().result() != Result.NONE) {
            throw Consultations.refused("chain.refused.closed");
        }
        if (paper.state() == PaperState.DRAFT) {
            throw Consultations.refused("chain.refused.draft");
        }
        if (paper.state().isFinal()) {
            throw Consultations.refused("chain.refused.final");
        }
    }

    private static Consultation closed(Consultation turn, VoteForm form) {
        return new Consultation(
                turn.id(),
                turn.committeeId(),
                turn.role(),
                turn.publicity(),
                Inputs.day(form.day()),
                turn.item(),
                form.found(),
                turn.authoritative());
    }

    // The next turn of the same committee stands right behind the one that was put off.
    private ConsultationChain postponed(Whole whole, Consultation closed, VoteForm form, Instant now) {
        UUID next = Ids.create(now);
        LocalDate day = Inputs.day(form.nextDay());
        ConsultationChain chain = whole.chain().postponed(closed.id(), next, day);
        Consultation again = chain.consultations().stream()
                .filter(one -> one.id().equals(next))
                .findFirst()
                .orElseThrow();
        store.insert(whole.paper().id(), chain.consultations().size(), again, now);
        store.order(chain.consultations().stream().map(Consultation::id).toList());
        return chain;
    }

    private static CouncilDecision decision(CouncilPaper paper, Consultation closed, VoteForm form, Instant now) {
        return new CouncilDecision(
                Ids.create(now),
                paper.id(),
                closed.id(),
                closed.committeeId(),
                Objects.requireNonNull(closed.day()),
                closed.publicity(),
                form.text(),
                form.ballot().ballot(),
                closed.result(),
                DecisionState.OPEN,
                "",
                null,
                now,
                now,
                0);
    }
}
