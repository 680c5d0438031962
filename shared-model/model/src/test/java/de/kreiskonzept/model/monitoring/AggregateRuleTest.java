package de.kreiskonzept.model.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.AggregateRule.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AggregateRuleTest {
    private static final AggregateRule WORST = new AggregateRule(Kind.WORST, 75, 50, 0);
    private static final AggregateRule MAJORITY = new AggregateRule(Kind.MAJORITY, 75, 50, 0);
    private static final AggregateRule SHARE = new AggregateRule(Kind.SHARE, 75, 50, 0);

    @Provide
    Arbitrary<AggregateRule> rules() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(0, 100))
                .as(AggregateRule::new);
    }

    @Provide
    Arbitrary<Tally> tallies() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 40);
        return Combinators.combine(number, number, number, number, number).as(Tally::new);
    }

    @Property
    void neverTakesGreyForRedAndNothingForAnything(
            @ForAll("rules") AggregateRule rule, @ForAll("tallies") Tally tally) {
        var unassessed = new Tally(0, 0, 0, tally.grey(), tally.notCounted());
        assertThat(rule.of(unassessed)).isEqualTo(TrafficLight.GREY);
        if (tally.red() == 0) {
            assertThat(rule.of(tally)).isNotEqualTo(TrafficLight.RED);
        }
    }

    @Property
    void leavesOutWhatDoesNotCount(@ForAll("rules") AggregateRule rule, @ForAll("tallies") Tally tally) {
        var counted = new Tally(tally.green(), tally.yellow(), tally.red(), tally.grey(), 0);
        assertThat(rule.of(tally)).isEqualTo(rule.of(counted));
    }

    @Property
    void neverGetsWorseWhereAMeasureGetsBetter(@ForAll("rules") AggregateRule rule, @ForAll("tallies") Tally tally) {
        if (tally.red() > 0) {
            var better = new Tally(tally.green(), tally.yellow() + 1, tally.red() - 1, tally.grey(), 0);
            assertThat(rank(rule.of(better))).isGreaterThanOrEqualTo(rank(rule.of(tally)));
        }
        if (tally.yellow() > 0) {
            var better = new Tally(tally.green() + 1, tally.yellow() - 1, tally.red(), tally.grey(), 0);
            assertThat(rank(rule.of(better))).isGreaterThanOrEqualTo(rank(rule.of(tally)));
        }
    }

    private static int rank(TrafficLight light) {
        return switch (light) {
            case GREY -> 0;
            case RED -> 1;
            case YELLOW -> 2;
            case GREEN -> 3;
        };
    }

    @Example
    void takesTheWorstLight() {
        assertThat(WORST.of(new Tally(9, 0, 1, 0, 0))).isEqualTo(TrafficLight.RED);
        assertThat(WORST.of(new Tally(9, 1, 0, 5, 0))).isEqualTo(TrafficLight.YELLOW);
        assertThat(WORST.of(new Tally(9, 0, 0, 5, 3))).isEqualTo(TrafficLight.GREEN);
    }

    @Example
    void takesWhatMoreThanHalfHave() {
        assertThat(MAJORITY.of(new Tally(2, 1, 0, 90, 0))).isEqualTo(TrafficLight.GREEN);
        assertThat(MAJORITY.of(new Tally(1, 0, 1, 0, 0))).isEqualTo(TrafficLight.YELLOW);
        assertThat(MAJORITY.of(new Tally(1, 1, 3, 0, 0))).isEqualTo(TrafficLight.RED);
    }

    @Example
    void comparesSharesWithoutRounding() {
        assertThat(SHARE.of(new Tally(3, 1, 0, 0, 0))).isEqualTo(TrafficLight.GREEN);
        assertThat(SHARE.of(new Tally(747, 253, 0, 0, 0))).isEqualTo(TrafficLight.YELLOW);
        assertThat(SHARE.of(new Tally(0, 501, 499, 0, 0))).isEqualTo(TrafficLight.YELLOW);
        assertThat(SHARE.of(new Tally(1, 1, 2, 0, 0))).isEqualTo(TrafficLight.RED);
    }

    @Example
    void staysGreyWhereTooLittleIsAssessed() {
        assertThat(AggregateRule.USUAL.of(new Tally(1, 0, 0, 2, 0))).isEqualTo(TrafficLight.GREY);
        assertThat(AggregateRule.USUAL.of(new Tally(1, 0, 0, 1, 7))).isEqualTo(TrafficLight.GREEN);
    }

    @Example
    void refusesSharesThatAreNone() {
        assertThatThrownBy(() -> new AggregateRule(Kind.SHARE, 0, 50, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AggregateRule(Kind.SHARE, 1, 101, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AggregateRule(Kind.SHARE, 1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void keepsWhatAPersonSetBesideWhatIsComputed() {
        UUID goal = UUID.randomUUID();
        var set = new AggregateOverride(TrafficLight.YELLOW, "Zwei Kurse stehen kurz bevor.", "Anna", Instant.EPOCH);
        var all = new Aggregates(WORST, Map.of(goal, set, Aggregates.WHOLE, set));
        var red = new Tally(1, 0, 1, 0, 0);

        assertThat(all.of(goal, red)).isEqualTo(new Aggregate(TrafficLight.RED, set));
        assertThat(all.of(goal, red).light()).isEqualTo(TrafficLight.YELLOW);
        assertThat(all.withoutWhole().of(Aggregates.WHOLE, red).light()).isEqualTo(TrafficLight.RED);
        assertThat(new Aggregates(WORST, Map.of(), Map.of(goal, TrafficLight.GREEN))
                        .of(goal, red)
                        .light())
                .isEqualTo(TrafficLight.GREEN);
        assertThatThrownBy(() -> new AggregateOverride(TrafficLight.RED, " ", "Anna", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
