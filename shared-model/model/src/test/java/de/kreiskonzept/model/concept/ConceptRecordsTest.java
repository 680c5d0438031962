package de.kreiskonzept.model.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConceptRecordsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void freezesAVersionWhenItIsAdopted() {
        ConceptVersion adopted = version(VersionState.DRAFT.to(VersionState.ADOPTED));
        assertThatThrownBy(adopted::requireEditable).hasMessage("A concept version that is adopted is frozen");
        assertThatThrownBy(() -> adopted.withHeading("2.0", new StatedCounts(1, 2), NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesAPreliminaryVersionBackToDraft() {
        ConceptVersion draft = version(VersionState.PRELIMINARY.to(VersionState.DRAFT));
        assertThat(draft.withHeading("1.1", new StatedCounts(64, 193), NOW).stated())
                .isEqualTo(new StatedCounts(64, 193));
    }

    @Test
    void refusesToUnpublish() {
        assertThatThrownBy(() -> VersionState.PUBLISHED.to(VersionState.DRAFT))
                .hasMessage("A concept version that is published cannot become draft");
        assertThat(VersionState.SUPERSEDED.next()).isEmpty();
    }

    @Test
    void namesItsRelationToTheVersionItIsBasedOn() {
        assertThat(VersionRelation.of("supplement")).isEqualTo(VersionRelation.SUPPLEMENT);
        assertThatThrownBy(() -> VersionRelation.of("copy")).hasMessageContaining("copy");
        assertThatThrownBy(() -> new ConceptVersion(
                        ID, ID, "2.0", VersionState.DRAFT, ID, null, null, null, null, THEN, THEN, 0))
                .hasMessageContaining("relation");
    }

    @ParameterizedTest
    @EnumSource
    void readsEachVersionStateBack(VersionState state) {
        assertThat(VersionState.of(state.text())).isEqualTo(state);
        assertThat(state.wordKey()).isEqualTo("concept.version_state." + state.text());
    }

    @Test
    void writesEnumValuesInLowerCaseWithUnderscores() {
        assertThat(SectionKind.FIELD_OF_ACTION.text()).isEqualTo("field_of_action");
        assertThat(GoalKind.of("sub_goal")).isEqualTo(GoalKind.SUB_GOAL);
        assertThat(TrafficLight.GREY.wordKey()).isEqualTo("monitoring.light.grey");
        assertThat(ReasonClass.of("done_by_others")).isEqualTo(ReasonClass.DONE_BY_OTHERS);
        assertThatThrownBy(() -> TrafficLight.of("GREEN")).hasMessageContaining("GREEN");
        assertThatThrownBy(() -> ReasonClass.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SectionKind.of("chapter")).hasMessageContaining("chapter");
        assertThatThrownBy(() -> GoalKind.of("aim")).hasMessageContaining("aim");
        assertThatThrownBy(() -> VersionState.of("final")).hasMessageContaining("final");
    }

    @Test
    void changesOnlyWhatItIsAskedTo() {
        Measure measure = measure("alt").withText("2a", "neu", "mehr", "Amt", NOW);
        assertThat(measure.text()).isEqualTo("neu");
        assertThat(measure.createdAt()).isEqualTo(THEN);
        assertThat(measure.version()).isZero();
        assertThat(measure.withPosition(7, NOW).position()).isEqualTo(7);
    }

    @Test
    void changesSectionsAndGoals() {
        Section section = section("Sprache").withHeading(SectionKind.OTHER, "1", "Deutsch", NOW);
        assertThat(section.name()).isEqualTo("Deutsch");
        assertThat(section.withStated(new StatedCounts(7, null), NOW).stated()).isEqualTo(new StatedCounts(7, null));
        var goal = new Goal(ID, ID, ID, null, 0, GoalKind.GOAL, "", "alt", null, THEN, THEN, 0);
        assertThat(goal.withText(GoalKind.SUB_GOAL, "1", "neu", NOW).text()).isEqualTo("neu");
        assertThat(new Concept(ID, "alt", THEN, THEN, 0).withTitle("neu", NOW).title())
                .isEqualTo("neu");
    }

    @Test
    void refusesBlankTexts() {
        refused(ConceptRecordsTest::measure, " ", "text");
        refused(ConceptRecordsTest::section, "\n", "name");
        refused(title -> new Concept(ID, title, THEN, THEN, 0), "", "title");
        refused(text -> new TextBlock(ID, ID, null, null, null, 0, "", text, null, THEN, THEN, 0), " ", "text");
    }

    @Test
    void refusesTextsBeyondTheStatedLimits() {
        refused(ConceptRecordsTest::measure, "x".repeat(TextLimits.TEXT + 1), "at most 20000 characters");
        refused(ConceptRecordsTest::section, "x".repeat(TextLimits.NAME + 1), "at most 300 characters");
        refused(number -> measure("x").withText(number, "x", "", "", NOW), "x".repeat(21), "at most 20 characters");
        assertThat(measure("x".repeat(TextLimits.TEXT)).text()).hasSize(20_000);
    }

    @Test
    void refusesNul() {
        refused(ConceptRecordsTest::measure, "a\0b", "NUL");
    }

    @Test
    void ownsATextBlockOnlyOnce() {
        assertThatThrownBy(() -> new TextBlock(ID, ID, ID, ID, null, 0, "", "x", null, THEN, THEN, 0))
                .hasMessageContaining("not to both");
        var block = new TextBlock(ID, ID, ID, null, null, 0, "Vision", "x", null, THEN, THEN, 0);
        assertThat(block.withText("Leitbild", "y", NOW).name()).isEqualTo("Leitbild");
    }

    @Test
    void warnsWhereStatedCountsDiffer() {
        var stated = new StatedCounts(7, 22);
        assertThat(stated.differences(7, 22)).isEmpty();
        assertThat(stated.differences(7, 1))
                .containsExactly(new StatedCounts.Difference(StatedCounts.Counted.MEASURES, 22, 1));
        assertThat(StatedCounts.NONE.differences(3, 4)).isEmpty();
        assertThat(StatedCounts.NONE.isEmpty()).isTrue();
        assertThatThrownBy(() -> new StatedCounts(-1, null)).hasMessageContaining("negative");
    }

    @Test
    void countsGoalsBelowOverallGoalsOnly() {
        var measure = OutlineMeasure.unassessed("1", "Kurse planen", 3);
        var second = OutlineMeasure.unassessed("2", "Kurse halten", 4);
        var sub = new OutlineGoal(GoalKind.SUB_GOAL, "1", "Kurse", 2, List.of(), List.of(measure, second));
        var overall = new OutlineGoal(GoalKind.OVERALL_GOAL, "", "Deutsch", 1, List.of(sub), List.of());
        var inner = new OutlineSection(
                SectionKind.OTHER, "", "Innen", 0, new StatedCounts(2, 2), List.of(), List.of(), List.of(overall));
        var sections = new ArrayList<>(List.of(inner));
        var outline = new ConceptOutline("Titel", new StatedCounts(1, 2), List.of(), sections);
        sections.clear();
        assertThat(outline.goalCount()).isEqualTo(1);
        assertThat(outline.measureCount()).isEqualTo(2);
        assertThat(outline.countDifferences()).isEmpty();
        assertThat(outline.sections().getFirst().countDifferences()).hasSize(1);
        assertThat(measure.light()).isEqualTo(TrafficLight.GREY);
    }

    private static void refused(Function<String, ?> make, String text, String message) {
        assertThatThrownBy(() -> make.apply(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static ConceptVersion version(VersionState state) {
        return new ConceptVersion(ID, ID, "1.0", state, null, null, null, null, null, THEN, THEN, 0);
    }

    private static Section section(String name) {
        return new Section(ID, ID, null, 0, SectionKind.FIELD_OF_ACTION, "", name, null, null, null, THEN, THEN, 0);
    }

    private static Measure measure(String text) {
        return new Measure(ID, ID, ID, 0, "", text, "", "", null, THEN, THEN, 0);
    }
}
