package de.kreiskonzept.model.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Consultation.Role;
import de.kreiskonzept.model.voting.ConsultationChain.State;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ConsultationChainTest {
    private static final UUID SOCIAL = new UUID(0, 1);
    private static final UUID COUNCIL = new UUID(0, 2);
    private static final UUID AGAIN = new UUID(0, 3);
    private static final LocalDate JULY = LocalDate.of(2017, 7, 24);

    private final ConsultationChain chain =
            new ConsultationChain(List.of(turn(SOCIAL, Role.PRELIMINARY, false), turn(COUNCIL, Role.DECISION, true)));

    @Example
    void aPaperIsSubmittedBeforeAnybodyDealtWithIt() {
        assertThat(chain.state()).isEqualTo(State.SUBMITTED);
        assertThat(chain.next()).map(Consultation::id).contains(SOCIAL);
    }

    @Example
    void aRecommendationApprovesNothing() {
        var recommended = chain.with(SOCIAL, Result.UNANIMOUS);

        assertThat(recommended.state()).isEqualTo(State.UNDER_WAY);
        assertThat(recommended.next()).map(Consultation::id).contains(COUNCIL);
        assertThat(chain.with(SOCIAL, Result.REJECTED).state()).isEqualTo(State.UNDER_WAY);
    }

    @Example
    void theAuthoritativeCommitteeDecides() {
        var recommended = chain.with(SOCIAL, Result.REJECTED);

        assertThat(recommended.with(COUNCIL, Result.MAJORITY).state()).isEqualTo(State.APPROVED);
        assertThat(recommended.with(COUNCIL, Result.REJECTED).state()).isEqualTo(State.REJECTED);
    }

    @Example
    void postponedIsNotApprovedAndTheChainGoesOn() {
        var postponed = chain.with(SOCIAL, Result.APPROVED).postponed(COUNCIL, AGAIN, JULY);

        assertThat(postponed.state()).isEqualTo(State.POSTPONED);
        assertThat(postponed.consultations())
                .extracting(Consultation::result)
                .containsExactly(Result.APPROVED, Result.POSTPONED, Result.NONE);
        assertThat(postponed.next()).hasValueSatisfying(next -> {
            assertThat(next.id()).isEqualTo(AGAIN);
            assertThat(next.committeeId()).isEqualTo(COUNCIL);
            assertThat(next.day()).isEqualTo(JULY);
            assertThat(next.authoritative()).isTrue();
        });
        assertThat(postponed.with(AGAIN, Result.APPROVED).state()).isEqualTo(State.APPROVED);
    }

    @Example
    void whatIsDecidedCannotBePostponed() {
        var decided = chain.with(COUNCIL, Result.APPROVED);

        assertThatThrownBy(() -> decided.postponed(COUNCIL, AGAIN, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void aReportIsNotedWhereNobodyHasToDecide() {
        var report = new ConsultationChain(List.of(turn(SOCIAL, Role.INFORMATION, false)));

        assertThat(report.with(SOCIAL, Result.NOTED).state()).isEqualTo(State.NOTED);
    }

    @Example
    void onlyOneTurnIsAuthoritativeAndItDecides() {
        assertThatThrownBy(() -> new ConsultationChain(
                        List.of(turn(SOCIAL, Role.DECISION, true), turn(COUNCIL, Role.DECISION, true))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> turn(SOCIAL, Role.PRELIMINARY, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void aPaperWithoutCommitteesIsSubmitted() {
        assertThat(new ConsultationChain(List.of()).state()).isEqualTo(State.SUBMITTED);
    }

    @Property
    void nothingButTheAuthoritativeResultApproves(@ForAll Result social, @ForAll Result council) {
        var after = chain.with(SOCIAL, social).with(COUNCIL, council);

        assertThat(after.state() == State.APPROVED).isEqualTo(council.approves() && social != Result.WITHDRAWN);
    }

    private static Consultation turn(UUID committee, Role role, boolean authoritative) {
        return new Consultation(committee, committee, role, Publicity.UNKNOWN, null, "", Result.NONE, authoritative);
    }
}
