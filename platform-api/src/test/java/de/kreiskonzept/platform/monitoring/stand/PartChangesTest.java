package de.kreiskonzept.platform.monitoring.stand;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.model.monitoring.Movement;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.AmpelRows;
import de.kreiskonzept.platform.monitoring.AmpelRows.GoalRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.MeasureRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.SectionRow;
import de.kreiskonzept.platform.monitoring.stand.PartChanges.Line;
import de.kreiskonzept.platform.monitoring.stand.PartChanges.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartChangesTest {
    @Test
    void showsBothPredecessorsOfAMergedGoalAndWhatWasDropped() {
        Ampel before = ampel(
                section(1),
                goal(11, 1, TrafficLight.RED),
                goal(12, 1, TrafficLight.GREEN),
                goal(13, 1, TrafficLight.GREY));
        Ampel after = ampel(section(1), goal(21, 1, TrafficLight.GREEN), goal(22, 1, TrafficLight.RED));

        var changes = PartChanges.of(
                before, after, List.of(), List.of(new Descent(id(11), id(21)), new Descent(id(12), id(21))));

        assertThat(changes.goals())
                .extracting(Line::movement)
                .containsExactly(Movement.MERGED, Movement.NEW, Movement.DROPPED);
        assertThat(changes.goals().getFirst().before()).extracting(Part::id).containsExactly(id(11), id(12));
        assertThat(changes.goals().getLast().after()).isNull();
        assertThat(changes.goals().getFirst().part().place()).isEqualTo("Bereich 1");
    }

    @Test
    void followsASectionThroughItsLineage() {
        Ampel before = ampel(section(1), goal(11, 1, TrafficLight.YELLOW));
        Ampel after = ampel(section(2), goal(21, 2, TrafficLight.GREEN));

        var changes = PartChanges.of(before, after, List.of(new Descent(id(1), id(2))), List.of());

        assertThat(changes.sections())
                .singleElement()
                .extracting(Line::movement)
                .isEqualTo(Movement.IMPROVED);
        assertThat(changes.goals()).extracting(Line::movement).containsExactly(Movement.NEW, Movement.DROPPED);
    }

    private static Ampel ampel(Object... rows) {
        var sections = new ArrayList<SectionRow>();
        var goals = new ArrayList<GoalRow>();
        var measures = new ArrayList<MeasureRow>();
        for (Object row : rows) {
            switch (row) {
                case SectionRow section -> sections.add(section);
                case Goal goal -> {
                    goals.add(new GoalRow(
                            id(goal.number()),
                            id(goal.section()),
                            null,
                            GoalKind.SUB_GOAL,
                            "",
                            "Ziel " + goal.number()));
                    measures.add(new MeasureRow(
                            id(100 + goal.number()),
                            id(goal.section()),
                            goal.light(),
                            true,
                            List.of(id(goal.number()))));
                }
                default -> throw new IllegalArgumentException(row.toString());
            }
        }
        return new AmpelRows("Konzept", StatedCounts.NONE, sections, goals, measures).ampel();
    }

    private record Goal(int number, int section, TrafficLight light) {}

    /** A goal with one measure. */
    private static Goal goal(int number, int section, TrafficLight light) {
        return new Goal(number, section, light);
    }

    private static SectionRow section(int number) {
        return new SectionRow(
                id(number), null, SectionKind.FIELD_OF_ACTION, "", "Bereich " + number, StatedCounts.NONE);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
