package de.kreiskonzept.model.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.voting.MajorityRule.Base;
import de.kreiskonzept.model.voting.MajorityRule.Outcome;
import de.kreiskonzept.model.voting.MajorityRule.Share;
import java.util.Objects;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MajorityRuleTest {
    private static final MajorityRule TWO_THIRDS_PRESENT = new MajorityRule(Share.TWO_THIRDS, Base.PRESENT);
    private static final OptionalInt MEMBERS = OptionalInt.of(60);

    @Provide
    Arbitrary<MajorityRule> rules() {
        return Combinators.combine(Arbitraries.of(Share.class), Arbitraries.of(Base.class))
                .as(MajorityRule::new);
    }

    /** Votes of at most 60 present members, all numbers known. */
    @Provide
    Arbitrary<Votes> counted() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 15);
        return Combinators.combine(number, number, number, number)
                .as((yes, no, abstained, silent) -> new Votes(yes, no, abstained, 0, yes + no + abstained + silent));
    }

    @Example
    void abstentionsDoNotCountForASimpleMajority() {
        assertThat(outcome(MajorityRule.SIMPLE, votes(2, 1, 40, 43))).isEqualTo(Outcome.CARRIED);
    }

    @Example
    void anEqualNumberOfVotesRefuses() {
        assertThat(outcome(MajorityRule.SIMPLE, votes(20, 20, 0, 40))).isEqualTo(Outcome.NOT_CARRIED);
    }

    @Example
    void nobodyVotingCarriesNothing() {
        assertThat(outcome(MajorityRule.SIMPLE, votes(0, 0, 30, 30))).isEqualTo(Outcome.NOT_CARRIED);
        assertThat(outcome(TWO_THIRDS_PRESENT, votes(0, 0, 0, 0))).isEqualTo(Outcome.NOT_CARRIED);
    }

    @Example
    void anAbsoluteMajorityIsCountedOfAllMembers() {
        assertThat(outcome(MajorityRule.ABSOLUTE, votes(30, 1, 0, 31))).isEqualTo(Outcome.NOT_CARRIED);
        assertThat(outcome(MajorityRule.ABSOLUTE, votes(31, 0, 0, 31))).isEqualTo(Outcome.CARRIED);
        assertThat(MajorityRule.ABSOLUTE.outcome(votes(31, 0, 0, 31), OptionalInt.empty()))
                .isEqualTo(Outcome.NOT_COMPUTABLE);
    }

    @Example
    void twoThirdsExactlyAreEnough() {
        assertThat(outcome(TWO_THIRDS_PRESENT, votes(20, 10, 0, 30))).isEqualTo(Outcome.CARRIED);
        assertThat(outcome(TWO_THIRDS_PRESENT, votes(19, 10, 1, 30))).isEqualTo(Outcome.NOT_CARRIED);
    }

    @Example
    void unknownVotesAgainstAreNotNone() {
        assertThat(outcome(MajorityRule.SIMPLE, votes(5, null, null, null))).isEqualTo(Outcome.NOT_COMPUTABLE);
        assertThat(outcome(MajorityRule.SIMPLE, Votes.UNKNOWN)).isEqualTo(Outcome.NOT_COMPUTABLE);
    }

    @Example
    void theMembersPresentBoundWhatIsUnknown() {
        assertThat(outcome(MajorityRule.SIMPLE, votes(43, null, null, 45))).isEqualTo(Outcome.CARRIED);
        assertThat(outcome(MajorityRule.SIMPLE, votes(null, 25, null, 45))).isEqualTo(Outcome.NOT_CARRIED);
    }

    @Property
    void knowingLessNeverContradicts(
            @ForAll("rules") MajorityRule rule,
            @ForAll("counted") Votes all,
            @ForAll boolean yes,
            @ForAll boolean no,
            @ForAll boolean present) {
        var less = new Votes(
                yes ? all.yes() : null, no ? all.no() : null, all.abstained(), null, present ? all.present() : null);
        assertThat(outcome(rule, less)).isIn(outcome(rule, all), Outcome.NOT_COMPUTABLE);
    }

    @Property
    void oneMoreVoteForNeverLoses(@ForAll("rules") MajorityRule rule, @ForAll("counted") Votes votes) {
        int yes = Objects.requireNonNull(votes.yes()) + 1;
        int present = Objects.requireNonNull(votes.present()) + 1;
        var more = new Votes(yes, votes.no(), votes.abstained(), 0, present);

        assertThat(outcome(rule, votes) == Outcome.CARRIED && outcome(rule, more) == Outcome.NOT_CARRIED)
                .isFalse();
    }

    @Property
    void whatIsCountedInFullIsAlwaysDecided(@ForAll("rules") MajorityRule rule, @ForAll("counted") Votes votes) {
        assertThat(outcome(rule, votes)).isNotEqualTo(Outcome.NOT_COMPUTABLE);
    }

    @Example
    void impossibleVotesCannotExist() {
        assertThatThrownBy(() -> votes(-1, 0, 0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> votes(2, 1, 1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void unanimousAllowsAbstentions() {
        assertThat(votes(12, 0, 3, null).isUnanimous()).isTrue();
        assertThat(votes(12, null, 0, null).isUnanimous()).isFalse();
        assertThat(votes(0, 0, 3, null).isUnanimous()).isFalse();
    }

    @Example
    void aQuorumIsMetMissedOrUnknown() {
        assertThat(Quorum.HALF.isMet(30, MEMBERS)).contains(true);
        assertThat(Quorum.MORE_THAN_HALF.isMet(30, MEMBERS)).contains(false);
        assertThat(Quorum.HALF.isMet(0, OptionalInt.of(0))).contains(false);
        assertThat(Quorum.HALF.isMet(null, MEMBERS)).isEmpty();
        assertThat(Quorum.HALF.isMet(30, OptionalInt.empty())).isEmpty();
        assertThat(Quorum.NONE.isMet(null, OptionalInt.empty())).contains(true);
    }

    private static Votes votes(
            @Nullable Integer yes, @Nullable Integer no, @Nullable Integer abstained, @Nullable Integer present) {
        return new Votes(yes, no, abstained, null, present);
    }

    private static Outcome outcome(MajorityRule rule, Votes votes) {
        return rule.outcome(votes, MEMBERS);
    }
}
