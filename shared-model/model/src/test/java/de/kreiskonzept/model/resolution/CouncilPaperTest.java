package de.kreiskonzept.model.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.MajorityRule;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.model.voting.Votes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CouncilPaperTest {
    private static final Instant NOW = Instant.parse("2017-11-27T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2017-12-11");

    @Test
    void aDraftIsSentOnceAndGetsAnotherEditionAfterwards() {
        CouncilPaper draft = paper();
        assertThat(draft.isOpen()).isTrue();
        CouncilPaper sent = draft.sent(NOW);
        assertThat(sent.state()).isEqualTo(PaperState.SUBMITTED);
        assertThat(sent.isOpen()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> sent.sent(NOW));
        CouncilPaper revised = sent.revised(NOW);
        assertThat(revised.edition()).isEqualTo(2);
        assertThat(revised.submitted()).isEqualTo(1);
        assertThat(revised.isOpen()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> revised.revised(NOW));
        assertThat(revised.sent(NOW).submitted()).isEqualTo(2);
    }

    @Test
    void whatIsDecidedGetsNoOtherEdition() {
        CouncilPaper approved = paper().sent(NOW).come(PaperState.APPROVED, NOW);
        assertThatIllegalStateException().isThrownBy(() -> approved.revised(NOW));
    }

    @Test
    void aPaperNeverSentIsADraft() {
        assertThatIllegalArgumentException().isThrownBy(() -> paper().come(PaperState.SUBMITTED, NOW));
    }

    @Test
    void aDecisionIsLateOnlyWhereSomethingIsStillToBeDone() {
        LocalDate today = DAY.plusDays(10);
        assertThat(decision(Result.MAJORITY, DecisionState.OPEN).isOverdue(today))
                .isTrue();
        assertThat(decision(Result.MAJORITY, DecisionState.OPEN).isOverdue(DAY.plusDays(5)))
                .isFalse();
        assertThat(decision(Result.MAJORITY, DecisionState.DONE).isOverdue(today))
                .isFalse();
        assertThat(decision(Result.REJECTED, DecisionState.OPEN).isOverdue(today))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> decision(Result.POSTPONED, DecisionState.OPEN));
    }

    @Test
    void moreMembersPresentThanThereAreCannotBe() {
        var votes = new Votes(43, 2, null, null, 46);
        assertThat(new Ballot(votes, 61, MajorityRule.SIMPLE, "").outcome()).isEqualTo(MajorityRule.Outcome.CARRIED);
        assertThat(new Ballot(votes, null, MajorityRule.ABSOLUTE, "").outcome())
                .isEqualTo(MajorityRule.Outcome.NOT_COMPUTABLE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Ballot(votes, 45, MajorityRule.SIMPLE, ""));
    }

    @Test
    void everyRuleIsFoundByItsText() {
        assertThat(MajorityRule.list())
                .hasSize(6)
                .allSatisfy(rule -> assertThat(MajorityRule.find(rule.text())).contains(rule));
        assertThat(MajorityRule.list()).first().isEqualTo(MajorityRule.SIMPLE);
    }

    private static CouncilPaper paper() {
        return new CouncilPaper(
                new UUID(0, 1),
                PaperKind.DECISION,
                "Konzept",
                "",
                null,
                null,
                PaperState.DRAFT,
                1,
                0,
                null,
                NOW,
                NOW,
                0);
    }

    private static CouncilDecision decision(Result result, DecisionState state) {
        return new CouncilDecision(
                new UUID(0, 1),
                null,
                null,
                new UUID(0, 2),
                DAY,
                Publicity.PUBLIC,
                "Dem Konzept wird zugestimmt.",
                Ballot.UNKNOWN,
                result,
                state,
                "",
                DAY.plusDays(5),
                NOW,
                NOW,
                0);
    }
}
