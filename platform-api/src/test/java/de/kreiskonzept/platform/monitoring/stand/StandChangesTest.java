package de.kreiskonzept.platform.monitoring.stand;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.model.monitoring.Movement;
import de.kreiskonzept.platform.monitoring.stand.StandChanges.Line;
import de.kreiskonzept.platform.monitoring.stand.StandRows.MeasureLine;
import de.kreiskonzept.platform.monitoring.stand.StandRows.SectionLine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class StandChangesTest {
    private static final UUID SECTION = new UUID(9, 9);

    @Test
    void showsBothPredecessorsOfAMeasureThatWasMerged() {
        StandRows before = rows(measure(1, TrafficLight.RED), measure(2, TrafficLight.GREEN));
        StandRows after = rows(measure(3, TrafficLight.YELLOW));
        var descents = List.of(new Descent(id(1), id(3)), new Descent(id(2), id(3)));

        StandChanges changes = StandChanges.of(before, after, descents);

        Line line = changes.sections().getFirst().lines().getFirst();
        assertThat(line.movement()).isEqualTo(Movement.MERGED);
        assertThat(line.before()).extracting(MeasureLine::id).containsExactly(id(1), id(2));
        assertThat(changes.counts()).isEqualTo(Map.of(Movement.MERGED, 1L));
    }

    @Test
    void keepsTheSectionOfWhatWasDropped() {
        StandChanges changes = StandChanges.of(rows(measure(1, TrafficLight.RED)), rows(), List.of());

        assertThat(changes.sections()).hasSize(1);
        assertThat(changes.counts()).isEqualTo(Map.of(Movement.DROPPED, 1L));
    }

    @Property
    void saysEveryMeasureOfBothStaendeOnce(
            @ForAll @UniqueElements @Size(max = 8) Set<@IntRange(min = 1, max = 12) Integer> then,
            @ForAll @UniqueElements @Size(max = 8) Set<@IntRange(min = 1, max = 12) Integer> now,
            @ForAll TrafficLight light) {
        StandRows before = rows(then.stream().map(one -> measure(one, light)).toArray(MeasureLine[]::new));
        StandRows after =
                rows(now.stream().map(one -> measure(one, TrafficLight.GREEN)).toArray(MeasureLine[]::new));

        StandChanges changes = StandChanges.of(before, after, List.of());

        var all = new HashSet<>(then);
        all.addAll(now);
        assertThat(changes.sections().stream().flatMap(section -> section.lines().stream()))
                .extracting(line -> line.measure().id())
                .doesNotHaveDuplicates()
                .hasSize(all.size());
        assertThat(changes.counts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(all.size());
    }

    private static StandRows rows(MeasureLine... measures) {
        var section = new SectionLine(SECTION, null, "other", "", "Sprache", null, null);
        return new StandRows(
                "Konzept", "Entwurf", null, null, List.of(section), List.of(), List.of(measures), null, null, null);
    }

    private static MeasureLine measure(int number, TrafficLight light) {
        return new MeasureLine(
                id(number), SECTION, List.of(), "", "Maßnahme " + number, "", light.text(), null, true, "", null);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
