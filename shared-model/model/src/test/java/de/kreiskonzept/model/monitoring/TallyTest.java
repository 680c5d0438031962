package de.kreiskonzept.model.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.concept.TrafficLight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.assertj.core.data.Offset;

class TallyTest {
    @Provide
    Arbitrary<Tally> tallies() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 5_000);
        return Combinators.combine(number, number, number, number, number).as(Tally::new);
    }

    @Provide
    Arbitrary<List<Tuple2<TrafficLight, Boolean>>> measures() {
        return Combinators.combine(Arbitraries.of(TrafficLight.class), Arbitraries.of(true, false))
                .as(Tuple::of)
                .list()
                .ofMaxSize(200);
    }

    @Property
    void countsEveryMeasureOnce(@ForAll("measures") List<Tuple2<TrafficLight, Boolean>> measures) {
        Tally tally = Tally.EMPTY;
        for (var measure : measures) {
            tally = tally.add(measure.get1(), measure.get2());
        }
        assertThat(tally.total()).isEqualTo(measures.size());
        for (TrafficLight light : TrafficLight.values()) {
            long expected = measures.stream()
                    .filter(measure -> measure.get1() == light && measure.get2())
                    .count();
            assertThat(tally.count(light)).isEqualTo((int) expected);
        }
        assertThat(tally.notCounted())
                .isEqualTo((int) measures.stream().filter(m -> !m.get2()).count());
    }

    @Property
    void addsInAnyOrderAndGrouping(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b, @ForAll("tallies") Tally c) {
        assertThat(a.add(b)).isEqualTo(b.add(a));
        assertThat(a.add(b).add(c)).isEqualTo(a.add(b.add(c)));
        assertThat(a.add(Tally.EMPTY)).isEqualTo(a);
        assertThat(a.add(b).total()).isEqualTo(a.total() + b.total());
    }

    @Property
    void percentsSumToExactlyAHundredOrAreMissing(@ForAll("tallies") Tally tally) {
        assertThat(tally.sharesOfAssessed().isPresent()).isEqualTo(tally.assessed() > 0);
        assertThat(tally.sharesOfCounted().isPresent()).isEqualTo(tally.counted() > 0);
        for (Tally.Shares shares : Stream.of(tally.sharesOfAssessed(), tally.sharesOfCounted())
                .flatMap(Optional::stream)
                .toList()) {
            assertThat(shares.green() + shares.yellow() + shares.red() + shares.grey())
                    .isEqualTo(100);
            for (TrafficLight light : TrafficLight.values()) {
                boolean inside = light != TrafficLight.GREY || shares.denominator() == tally.counted();
                assertThat((double) shares.percent(light))
                        .isCloseTo(
                                inside ? 100.0 * tally.count(light) / shares.denominator() : 0,
                                Offset.strictOffset(1.0));
            }
        }
    }

    @Example
    void roundsByTheLargestRemainder() {
        var shares = new Tally(1, 1, 1, 0, 0).sharesOfAssessed().orElseThrow();
        assertThat(shares).isEqualTo(new Tally.Shares(34, 33, 33, 0, 3));
    }

    @Example
    void saysNothingAboutNoneOfNone() {
        assertThat(Tally.EMPTY.sharesOfCounted()).isEmpty();
        assertThat(new Tally(0, 0, 0, 0, 7).sharesOfCounted()).isEmpty();
        assertThat(new Tally(0, 0, 0, 4, 0).sharesOfAssessed()).isEmpty();
        assertThat(new Tally(0, 0, 0, 4, 0).sharesOfCounted().orElseThrow().percent(TrafficLight.GREY))
                .isEqualTo(100);
    }

    @Example
    void keepsWhatDoesNotCountApart() {
        Tally tally = Tally.of(TrafficLight.RED, false).add(TrafficLight.GREEN, true);
        assertThat(tally).isEqualTo(new Tally(1, 0, 0, 0, 1));
        assertThat(tally.sharesOfAssessed().orElseThrow().percent(TrafficLight.GREEN))
                .isEqualTo(100);
    }

    @Example
    void takesGroupsAsAQueryCountsThem() {
        Tally tally = Tally.EMPTY
                .add(TrafficLight.GREEN, true, 120)
                .add(TrafficLight.YELLOW, true, 40)
                .add(TrafficLight.RED, true, 20)
                .add(TrafficLight.GREY, true, 9)
                .add(TrafficLight.GREEN, false, 4);
        assertThat(tally.total()).isEqualTo(193);
        assertThat(tally.counted()).isEqualTo(189);
        assertThat(tally.assessed()).isEqualTo(180);
    }

    @Example
    void refusesNegativeNumbersAndOverflow() {
        assertThatThrownBy(() -> new Tally(0, -1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        var most = new Tally(Integer.MAX_VALUE, 0, 0, 0, 0);
        assertThatThrownBy(() -> most.add(TrafficLight.GREEN, true)).isInstanceOf(ArithmeticException.class);
    }
}
