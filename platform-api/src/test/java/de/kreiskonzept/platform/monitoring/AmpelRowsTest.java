package de.kreiskonzept.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.monitoring.AmpelRows.GoalRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.MeasureRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.SectionRow;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AmpelRowsTest {
    private static final UUID FIELD = id(1);
    private static final UUID THEME = id(2);
    private static final UUID CHAPTER = id(3);
    private static final UUID OVERALL = id(10);
    private static final UUID FIRST = id(11);
    private static final UUID SECOND = id(12);

    @Test
    void countsAMeasureOfTwoGoalsOnceInItsSectionAndInTheTotal() {
        Ampel ampel = konstanz(measure(TrafficLight.GREEN, true, FIRST, SECOND)).ampel();

        var section = ampel.sections().getFirst();
        var overall = section.goals().getFirst();
        assertThat(overall.goals()).extracting(goal -> goal.tally().green()).containsExactly(1, 1);
        assertThat(overall.tally().green()).isEqualTo(1);
        assertThat(section.figures().tally().green()).isEqualTo(1);
        assertThat(section.shared()).isEqualTo(1);
        assertThat(ampel.total().tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
    }

    @Test
    void keepsWhatDoesNotCountApart() {
        Ampel ampel = konstanz(measure(TrafficLight.GREEN, false, FIRST), measure(TrafficLight.RED, true, FIRST))
                .ampel();

        assertThat(ampel.total().tally()).isEqualTo(new Tally(0, 0, 1, 0, 1));
        assertThat(ampel.total().tally().sharesOfCounted().orElseThrow().denominator())
                .isEqualTo(1);
    }

    @Test
    void showsAMeasureWithoutGoalInItsSection() {
        Ampel ampel = konstanz(measure(TrafficLight.YELLOW, true)).ampel();

        assertThat(ampel.sections().getFirst().withoutGoal().yellow()).isEqualTo(1);
        assertThat(ampel.sections().getFirst().figures().tally().yellow()).isEqualTo(1);
    }

    @Test
    void countsAMeasureWhoseGoalIsDeletedAsOneWithoutGoal() {
        Ampel ampel = konstanz(measure(TrafficLight.RED, true, id(99))).ampel();

        assertThat(ampel.sections().getFirst().withoutGoal().red()).isEqualTo(1);
    }

    @Test
    void leavesNoPercentageWhereNothingCounts() {
        Ampel ampel = konstanz().ampel();

        assertThat(ampel.total().tally().sharesOfCounted()).isEmpty();
    }

    @Test
    void addsSectionsBelowToTheirChapter() {
        var below = new SectionRow(id(4), CHAPTER, SectionKind.FIELD_OF_ACTION, "1.1", "Unterkapitel", stated(1, 1));
        var rows = new AmpelRows(
                "Plan",
                StatedCounts.NONE,
                List.of(section(CHAPTER, SectionKind.OTHER), below),
                List.of(new GoalRow(FIRST, id(4), null, GoalKind.GOAL, "1", "Ziel")),
                List.of(new MeasureRow(id(50), id(4), TrafficLight.GREEN, true, List.of(FIRST))));

        Ampel ampel = rows.ampel();

        assertThat(ampel.kinds()).singleElement().satisfies(kind -> {
            assertThat(kind.kind()).isEqualTo(SectionKind.OTHER);
            assertThat(kind.figures().goals()).isEqualTo(1);
            assertThat(kind.figures().tally().green()).isEqualTo(1);
        });
    }

    @Test
    void filtersByKindAndGivesTheRestItsOwnTotal() {
        Ampel all = konstanz(measure(TrafficLight.GREEN, true, FIRST)).ampel();

        Ampel themes = all.shown(new AmpelFilter(SectionKind.CROSS_CUTTING_THEME, null));

        assertThat(themes.sections()).extracting(Ampel.OfSection::id).containsExactly(THEME);
        assertThat(themes.total().tally()).isEqualTo(Tally.EMPTY);
        assertThat(themes.total().stated()).isEqualTo(stated(1, 2));
    }

    @Test
    void countsAFieldThatIsAThemeTooOnceWithTheFields() {
        var rows = new AmpelRows(
                "Konzept",
                StatedCounts.NONE,
                List.of(section(FIELD, SectionKind.FIELD_AND_THEME), section(CHAPTER, SectionKind.FIELD_OF_ACTION)),
                List.of(),
                List.of(measure(TrafficLight.GREEN, true)));

        Ampel ampel = rows.ampel();

        assertThat(ampel.total().tally().green()).isEqualTo(1);
        assertThat(ampel.kinds())
                .extracting(kind -> kind.kind() + " " + kind.sections() + " "
                        + kind.figures().tally().green())
                .containsExactly("field_of_action 2 1", "cross_cutting_theme 0 0");
        Ampel themes = ampel.shown(new AmpelFilter(SectionKind.CROSS_CUTTING_THEME, null));
        assertThat(themes.sections()).extracting(Ampel.OfSection::id).containsExactly(FIELD);
        assertThat(themes.total().tally().green()).isEqualTo(1);
    }

    @Test
    void findsNothingForASectionThatIsNotThere() {
        Ampel ampel = konstanz().ampel();

        assertThatThrownBy(() -> ampel.shown(new AmpelFilter(null, id(77)))).isInstanceOf(Refusal.class);
    }

    @Test
    void keepsTheStatedNumbersBesideTheRealOnes() {
        Ampel ampel = konstanz().ampel();

        assertThat(ampel.total().stated()).isEqualTo(stated(64, 193));
        assertThat(ampel.total().differences()).hasSize(2);
        assertThat(ampel.kinds().getFirst().figures().stated()).isEqualTo(stated(1, 2));
    }

    private static AmpelRows konstanz(MeasureRow... measures) {
        return new AmpelRows(
                "Konzept",
                stated(64, 193),
                List.of(section(FIELD, SectionKind.FIELD_OF_ACTION), section(THEME, SectionKind.CROSS_CUTTING_THEME)),
                List.of(
                        new GoalRow(OVERALL, FIELD, null, GoalKind.OVERALL_GOAL, "", "Oberziel"),
                        new GoalRow(FIRST, FIELD, OVERALL, GoalKind.SUB_GOAL, "1", "Eins"),
                        new GoalRow(SECOND, FIELD, OVERALL, GoalKind.SUB_GOAL, "2", "Zwei")),
                List.of(measures));
    }

    private static SectionRow section(UUID id, SectionKind kind) {
        return new SectionRow(id, null, kind, "", "Abschnitt", stated(1, 2));
    }

    private static MeasureRow measure(TrafficLight light, boolean counted, UUID... goals) {
        return new MeasureRow(UUID.randomUUID(), FIELD, light, counted, List.of(goals));
    }

    private static StatedCounts stated(int goals, int measures) {
        return new StatedCounts(goals, measures);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
