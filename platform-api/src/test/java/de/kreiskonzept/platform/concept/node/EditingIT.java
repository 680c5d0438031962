package de.kreiskonzept.platform.concept.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.concept.measure.MeasureLine;
import de.kreiskonzept.platform.concept.measure.MeasureStore;
import de.kreiskonzept.platform.concept.node.Editing.Place;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class EditingIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private ConceptVersion version;

    EditingIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        version = in(() -> platform.bean(Concepts.class).begin("Konzept", "Entwurf", new StatedCounts(1, 2)));
    }

    @Test
    void keepsTheOrderInWhichNodesAreAdded() throws Exception {
        section("Sprache", null);
        section("Arbeit", null);
        assertThat(names()).containsExactly("Sprache", "Arbeit");
    }

    @Test
    void movesASectionUpAndDownAndStopsAtTheEnds() throws Exception {
        section("A", null);
        section("B", null);
        Section last = section("C", null);
        move(NodeKind.SECTION, last.id(), true);
        assertThat(names()).containsExactly("A", "C", "B");
        move(NodeKind.SECTION, last.id(), true);
        move(NodeKind.SECTION, last.id(), true);
        assertThat(names()).containsExactly("C", "A", "B");
        move(NodeKind.SECTION, last.id(), false);
        assertThat(names()).containsExactly("A", "C", "B");
    }

    @Test
    void takesBackExactlyWhatWasDeletedTogether() throws Exception {
        Section section = section("Sprache", null);
        Goal goal = goal(section);
        Measure gone = measure(section, goal.id());
        measure(section, goal.id());
        delete(NodeKind.MEASURE, gone.id(), gone.version());
        delete(NodeKind.SECTION, section.id(), section.version());
        assertThat(tree().sections()).isEmpty();
        assertThat(measures(MeasureFilter.ALL)).isEmpty();

        run(() -> platform.bean(Deletion.class).restore(NodeKind.SECTION, section.id()));

        assertThat(tree().goalCount()).isEqualTo(1);
        assertThat(tree().measureCount()).isEqualTo(1);
        run(() -> platform.bean(Deletion.class).restore(NodeKind.MEASURE, gone.id()));
        assertThat(tree().measureCount()).isEqualTo(2);
    }

    @Test
    void keepsAMeasureThatStillServesAnotherGoal() throws Exception {
        Section section = section("Sprache", null);
        Goal one = goal(section);
        Goal other = goal(section);
        Measure both = measure(section, one.id(), other.id());
        Measure only = measure(section, one.id());
        delete(NodeKind.GOAL, one.id(), one.version());
        assertThat(tree().measures()).containsOnlyKeys(both.id());
        run(() -> platform.bean(Deletion.class).restore(NodeKind.GOAL, one.id()));
        assertThat(tree().measures()).containsOnlyKeys(both.id(), only.id());
    }

    @Test
    void refusesToRestoreBelowSomethingDeleted() throws Exception {
        Section section = section("Sprache", null);
        Goal goal = goal(section);
        delete(NodeKind.GOAL, goal.id(), goal.version());
        delete(NodeKind.SECTION, section.id(), section.version());
        assertThatThrownBy(() -> run(() -> platform.bean(Deletion.class).restore(NodeKind.GOAL, goal.id())))
                .isInstanceOf(Refusal.class);
        assertThat(tree().sections()).isEmpty();
    }

    @Test
    void refusesAStaleChangeAndStoresNothing() throws Exception {
        Section section = section("Sprache", null);
        Goal goal = goal(section);
        in(() -> platform.bean(Editing.class).changeGoal(goal.id(), goal.version(), form("Neuer Text")));
        assertThatThrownBy(() -> in(
                        () -> platform.bean(Editing.class).changeGoal(goal.id(), goal.version(), form("Anderer Text"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status().getCode()).isEqualTo(412));
        assertThat(tree().sections().getFirst().goals().getFirst().goal().text())
                .isEqualTo("Neuer Text");
    }

    @Test
    void changesEveryFieldOfAMeasureAndTheGoalsItServes() throws Exception {
        Section section = section("Sprache", null);
        Goal one = goal(section);
        Goal other = goal(section);
        Measure measure = measure(section, one.id());
        var form = new NodeForm(
                "",
                "2a",
                "",
                "Text",
                "Mehr",
                "Jobcenter",
                false,
                "",
                "",
                List.of(other.id().toString()));
        in(() -> platform.bean(Editing.class).changeMeasure(measure.id(), measure.version(), form));
        Measure stored = tree().measures().get(measure.id());
        assertThat(stored.number()).isEqualTo("2a");
        assertThat(stored.description()).isEqualTo("Mehr");
        assertThat(stored.responsible()).isEqualTo("Jobcenter");
        assertThat(stored.counted()).isFalse();
        assertThat(in(() -> platform.bean(MeasureStore.class).listGoals(measure.id())))
                .extracting(Goal::id)
                .containsExactly(other.id());
    }

    @Test
    void refusesIdsOfAnotherCountyAndOfNothing() throws Exception {
        Section section = section("Sprache", null);
        county = platform.county();
        assertThatThrownBy(() -> goal(section))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status().getCode()).isEqualTo(404));
    }

    @Test
    void tellsWhereStatedAndRealCountsDiffer() throws Exception {
        Section section = section("Sprache", null);
        goal(section);
        assertThat(tree().differences())
                .containsExactly(new StatedCounts.Difference(StatedCounts.Counted.MEASURES, 2, 0));
    }

    @Test
    void filtersMeasuresByEverySide() throws Exception {
        Section top = section("Sprache", null);
        Section below = section("Kurse", top.id());
        Section other = section("Arbeit", null);
        Measure deep = measure(below);
        measure(other);
        assertThat(measures(MeasureFilter.ALL)).hasSize(2);
        assertThat(measures(new MeasureFilter(top.id(), null, null, "", "")))
                .extracting(line -> line.measure().id())
                .containsExactly(deep.id());
        assertThat(measures(new MeasureFilter(null, TrafficLight.GREEN, null, "", "")))
                .isEmpty();
        assertThat(measures(new MeasureFilter(null, TrafficLight.GREY, true, "volkshoch", "KURS")))
                .hasSize(2);
        assertThat(measures(new MeasureFilter(null, null, false, "", ""))).isEmpty();
        assertThat(measures(new MeasureFilter(null, null, null, "", "100%_"))).isEmpty();
    }

    private Section section(String name, @Nullable UUID parent) throws Exception {
        var form = new NodeForm("field_of_action", "", name, "", "", "", true, "", "", List.of());
        return in(() -> platform.bean(Editing.class).createSection(new Place(version.id(), parent, null), form));
    }

    private Goal goal(Section section) throws Exception {
        return in(() -> platform.bean(Editing.class).createGoal(new Place(null, section.id(), null), form("Ziel")));
    }

    private Measure measure(Section section, UUID... goals) throws Exception {
        var served = List.of(goals).stream().map(UUID::toString).toList();
        var form = new NodeForm("", "", "", "Ein Kurs", "", "Volkshochschule", true, "", "", served);
        return in(() -> platform.bean(Editing.class).createMeasure(new Place(null, section.id(), null), form));
    }

    private static NodeForm form(String text) {
        return new NodeForm("sub_goal", "1", "", text, "", "", true, "", "", List.of());
    }

    private void move(NodeKind kind, UUID id, boolean up) throws Exception {
        run(() -> platform.bean(Placement.class).move(kind, id, up));
    }

    private void delete(NodeKind kind, UUID id, long row) throws Exception {
        run(() -> platform.bean(Deletion.class).delete(kind, id, row));
    }

    private List<String> names() throws Exception {
        return tree().sections().stream().map(node -> node.section().name()).toList();
    }

    private ConceptTree tree() throws Exception {
        return in(() -> platform.bean(Concepts.class).findTree(version.id()).orElseThrow());
    }

    private List<MeasureLine> measures(MeasureFilter filter) throws Exception {
        return in(() -> platform.bean(MeasureStore.class)
                .list(version.id(), filter, 0, 100)
                .lines());
    }

    private void run(Runnable work) throws Exception {
        in(() -> {
            work.run();
            return true;
        });
    }

    private <T> T in(Callable<T> work) throws Exception {
        return platform.in(county, work);
    }
}
