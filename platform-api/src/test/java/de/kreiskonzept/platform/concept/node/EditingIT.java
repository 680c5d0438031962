package de.kreiskonzept.platform.concept.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
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
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.concept.measure.MeasureLine;
import de.kreiskonzept.platform.concept.measure.MeasureStore;
import de.kreiskonzept.platform.concept.node.Editing.Place;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.Evaluation;
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
    private final SignedIn lead = new SignedIn(UUID.randomUUID(), UUID.randomUUID(), "Prüfperson", Roles.LEAD);

    EditingIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        version = in(() -> platform.bean(Concepts.class)
                .begin("Konzept", "Entwurf", new StatedCounts(1, 2), new Actor(null, "Probe")));
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

        run(() -> platform.bean(Deletion.class).restore(NodeKind.SECTION, section.id(), lead));

        assertThat(tree().goalCount()).isEqualTo(1);
        assertThat(tree().measureCount()).isEqualTo(1);
        run(() -> platform.bean(Deletion.class).restore(NodeKind.MEASURE, gone.id(), lead));
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
        run(() -> platform.bean(Deletion.class).restore(NodeKind.GOAL, one.id(), lead));
        assertThat(tree().measures()).containsOnlyKeys(both.id(), only.id());
    }

    @Test
    void bringsAMeasureBackWithAnyOfItsGoals() throws Exception {
        Section section = section("Sprache", null);
        Section other = section("Arbeit", null);
        Goal one = goal(section);
        Goal two = goal(other);
        Measure both = measure(section, one.id(), two.id());
        delete(NodeKind.GOAL, one.id(), one.version());
        agrees(1);
        delete(NodeKind.SECTION, other.id(), other.version());
        agrees(0);
        run(() -> platform.bean(Deletion.class).restore(NodeKind.GOAL, one.id(), lead));
        agrees(1);
        run(() -> platform.bean(Deletion.class).restore(NodeKind.SECTION, other.id(), lead));
        agrees(1);
        assertThat(tree().measures()).containsOnlyKeys(both.id());
    }

    @Test
    void countsAMeasureInItsOwnSectionAsTheAmpelDoes() throws Exception {
        Section section = section("Sprache", null);
        Section below = section("Kurse", section.id());
        Section other = section("Arbeit", null);
        measure(below, goal(other).id());
        measure(section);
        Measure gone = measure(other, goal(section).id());
        delete(NodeKind.MEASURE, gone.id(), gone.version());
        agrees(2);
    }

    /** Tree, table and Ampel count alike, in the whole and in every section. */
    private void agrees(int total) throws Exception {
        Ampel ampel = in(() -> platform.bean(Evaluation.class).find().orElseThrow());
        assertThat(tree().measureCount()).isEqualTo(total);
        assertThat(measures(MeasureFilter.ALL)).hasSize(total);
        assertThat(ampel.total().tally().total()).isEqualTo(total);
        for (var part : ampel.sections().stream().flatMap(Ampel.OfSection::all).toList()) {
            var node = tree().findSection(part.id()).orElseThrow();
            assertThat(node.measureCount()).isEqualTo(part.figures().tally().total());
            assertThat(node.goalCount()).isEqualTo(part.figures().goals());
            assertThat(measures(new MeasureFilter(part.id(), null, null, "", "")))
                    .hasSize(node.measureCount());
        }
    }

    @Test
    void refusesToRestoreBelowSomethingDeleted() throws Exception {
        Section section = section("Sprache", null);
        Goal goal = goal(section);
        delete(NodeKind.GOAL, goal.id(), goal.version());
        delete(NodeKind.SECTION, section.id(), section.version());
        assertThatThrownBy(() -> run(() -> platform.bean(Deletion.class).restore(NodeKind.GOAL, goal.id(), lead)))
                .isInstanceOf(Refusal.class);
        assertThat(tree().sections()).isEmpty();
    }

    @Test
    void refusesAStaleChangeAndStoresNothing() throws Exception {
        Section section = section("Sprache", null);
        Goal goal = goal(section);
        change(NodeKind.GOAL, goal.id(), goal.version(), form("Neuer Text"));
        assertThatThrownBy(() -> change(NodeKind.GOAL, goal.id(), goal.version(), form("Anderer Text")))
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
                "",
                "",
                List.of(other.id().toString()));
        change(NodeKind.MEASURE, measure.id(), measure.version(), form);
        Measure stored = tree().measures().get(measure.id()).measure();
        assertThat(stored.number()).isEqualTo("2a");
        assertThat(stored.description()).isEqualTo("Mehr");
        assertThat(stored.responsible()).isEqualTo("Jobcenter");
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
        var form = new NodeForm("field_of_action", "", name, "", "", "", "", "", List.of());
        UUID id = create(NodeKind.SECTION, new Place(version.id(), parent, null), form);
        return in(() -> platform.bean(Nodes.class).section(id));
    }

    private Goal goal(Section section) throws Exception {
        UUID id = create(NodeKind.GOAL, new Place(null, section.id(), null), form("Ziel"));
        return in(() -> platform.bean(Nodes.class).goal(id));
    }

    private Measure measure(Section section, UUID... goals) throws Exception {
        var served = List.of(goals).stream().map(UUID::toString).toList();
        var form = new NodeForm("", "", "", "Ein Kurs", "", "Volkshochschule", "", "", served);
        UUID id = create(NodeKind.MEASURE, new Place(null, section.id(), null), form);
        return in(() -> platform.bean(Nodes.class).measure(id));
    }

    private UUID create(NodeKind kind, Place place, NodeForm form) throws Exception {
        return in(() -> platform.bean(Editing.class).create(kind, place, form, lead));
    }

    private void change(NodeKind kind, UUID id, long row, NodeForm form) throws Exception {
        run(() -> platform.bean(Editing.class).change(kind, id, row, form, lead));
    }

    private static NodeForm form(String text) {
        return new NodeForm("sub_goal", "1", "", text, "", "", "", "", List.of());
    }

    private void move(NodeKind kind, UUID id, boolean up) throws Exception {
        run(() -> platform.bean(Placement.class).move(kind, id, up, lead));
    }

    private void delete(NodeKind kind, UUID id, long row) throws Exception {
        run(() -> platform.bean(Deletion.class).delete(kind, id, row, lead));
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
