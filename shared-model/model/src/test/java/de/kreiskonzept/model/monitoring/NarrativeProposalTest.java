package de.kreiskonzept.model.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.NarrativeProposal.Facts;
import de.kreiskonzept.model.monitoring.Statement.Kind;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NarrativeProposalTest {
    @Test
    void saysWhatBecameOfEachMeasureOnce() {
        var proposal = NarrativeProposal.of(compared(
                fact(TrafficLight.GREEN, Movement.IMPROVED),
                fact(TrafficLight.GREEN, Movement.SAME),
                fact(TrafficLight.YELLOW, Movement.WORSE),
                fact(TrafficLight.YELLOW, Movement.IMPROVED),
                fact(TrafficLight.RED, Movement.WORSE),
                fact(TrafficLight.GREY, Movement.UNASSESSED),
                fact(TrafficLight.RED, Movement.MERGED),
                fact(TrafficLight.GREEN, Movement.NEW)));

        assertThat(proposal.narrative())
                .extracting(Statement::kind)
                .containsExactly(
                        Kind.TURNED_GREEN,
                        Kind.STARTED,
                        Kind.FELL_BACK,
                        Kind.TURNED_RED,
                        Kind.UNASSESSED,
                        Kind.MERGED,
                        Kind.NEW);
        assertThat(proposal.narrative()).extracting(Statement::number).containsOnly(1);
    }

    @Test
    void saysThatNothingCountsInsteadOfAShareOfNothing() {
        var proposal = NarrativeProposal.of(new Facts(
                2,
                List.of(new MeasureFact("Kurs", TrafficLight.GREEN, null, false, "", Movement.SAME)),
                0,
                true,
                false));

        assertThat(proposal.summary())
                .extracting(Statement::kind)
                .containsExactly(Kind.SIZE, Kind.NOTHING_COUNTED, Kind.NOT_COUNTED);
        assertThat(proposal.narrative()).extracting(Statement::kind).containsExactly(Kind.UNCHANGED);
        assertThat(proposal.highlights()).isEmpty();
        assertThat(proposal.notPursued()).isEmpty();
    }

    @Test
    void tellsRedByReasonAndWithoutOne() {
        var proposal = NarrativeProposal.of(compared(
                red(ReasonClass.NO_CAPACITY), red(null), red(ReasonClass.NO_DEMAND), red(ReasonClass.NO_DEMAND)));

        assertThat(proposal.notPursued())
                .extracting(Statement::wordKey)
                .containsExactly(
                        "narrative.say.not_pursued.no_demand",
                        "narrative.say.not_pursued.no_capacity",
                        "narrative.say.not_pursued.unknown");
        assertThat(proposal.notPursued()).extracting(Statement::number).containsExactly(2, 1, 1);
    }

    @Test
    void namesWhatIsNewlyDoneAndHasAStoryFirst() {
        var old = new MeasureFact("alt", TrafficLight.GREEN, null, true, "läuft", Movement.SAME);
        var silent = new MeasureFact("still", TrafficLight.GREEN, null, true, "", Movement.IMPROVED);
        var told = new MeasureFact("neu", TrafficLight.GREEN, null, true, "geschafft", Movement.IMPROVED);

        assertThat(NarrativeProposal.of(compared(old, silent, told)).highlights())
                .singleElement()
                .extracting(Statement::named)
                .isEqualTo(List.of(told, silent, old));
    }

    @Test
    void onlyNumbersWhereEachMeasureIsNamedBelow() {
        var facts = new Facts(1, List.of(fact(TrafficLight.RED, Movement.WORSE)), 3, true, true);
        var proposal = NarrativeProposal.of(facts);

        assertThat(Stream.concat(proposal.narrative().stream(), proposal.notPursued().stream()))
                .allMatch(statement -> statement.named().isEmpty())
                .extracting(Statement::number)
                .containsExactly(1, 3, 1);
    }

    @Property
    void reasonsOfRedAddUpToRed(@ForAll List<TrafficLight> lights, @ForAll boolean compared) {
        var facts = new Facts(0, lights.stream().map(light -> fact(light, null)).toList(), 0, compared, false);
        long red = lights.stream().filter(TrafficLight.RED::equals).count();

        assertThat(NarrativeProposal.of(facts).notPursued().stream()
                        .filter(statement -> statement.kind() == Kind.NOT_PURSUED)
                        .mapToInt(Statement::number)
                        .sum())
                .isEqualTo((int) red);
    }

    private static Facts compared(MeasureFact... measures) {
        return new Facts(1, List.of(measures), 0, true, false);
    }

    private static MeasureFact fact(TrafficLight light, @Nullable Movement movement) {
        return new MeasureFact("Maßnahme", light, null, true, "", movement);
    }

    private static MeasureFact red(@Nullable ReasonClass reason) {
        return new MeasureFact("Maßnahme", TrafficLight.RED, reason, true, "", Movement.SAME);
    }
}
