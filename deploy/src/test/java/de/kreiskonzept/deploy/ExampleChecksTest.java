package de.kreiskonzept.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.kreiskonzept.model.check.CheckKind;
import de.kreiskonzept.model.check.Checks;
import de.kreiskonzept.model.check.Content;
import de.kreiskonzept.model.check.Finding;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineYaml;
import de.kreiskonzept.model.structure.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checks raise no false alarm on the example counties with the rules they chose: whatever they find there is true. */
class ExampleChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final List<Section> sections = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final Map<UUID, List<UUID>> served = new HashMap<>();

    @Test
    void konstanzLacksNothingButSomeResponsibleBodies() throws IOException {
        List<Finding> facts = facts("konstanz");
        assertEquals(Set.of(CheckKind.MEASURE_WITHOUT_RESPONSIBLE), kinds(facts));
        assertEquals(
                measures.stream().filter(one -> one.responsible().isBlank()).count(), facts.size());
        assertTrue(facts.size() < measures.size() / 4);
    }

    @Test
    void boeblingenHasFewerGoalsThanItStatesAndMissesNoOverallGoal() throws IOException {
        List<Finding> facts = facts("boeblingen");
        assertEquals(Set.of(CheckKind.MEASURE_WITHOUT_RESPONSIBLE, CheckKind.COUNT_DIFFERENCE), kinds(facts));
        assertEquals(
                measures.stream().filter(one -> one.responsible().isBlank()).count() + 2, facts.size());
    }

    @Test
    void noExampleGoalIsForTheFederationOrTheState() throws IOException {
        for (String file : List.of("konstanz", "boeblingen")) {
            assertTrue(findings(file).stream().noneMatch(one -> one.kind() == CheckKind.ADDRESSEE_ELSEWHERE), file);
        }
    }

    private static Set<CheckKind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).collect(Collectors.toSet());
    }

    private List<Finding> facts(String county) throws IOException {
        return findings(county).stream().filter(one -> !one.kind().isHint()).toList();
    }

    private List<Finding> findings(String county) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(ExampleChecksTest.class.getResourceAsStream("/example/" + county + ".yml"))) {
            ConceptOutline outline = OutlineYaml.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            outline.sections().forEach(section -> add(null, section));
            var content = new Content(UUID.randomUUID(), outline.stated(), sections, goals, measures, served);
            return Checks.of(content, Checks.kinds(content, Templates.get(county)));
        }
    }

    private void add(@Nullable UUID parent, OutlineSection one) {
        var section = new Section(
                UUID.randomUUID(),
                UUID.randomUUID(),
                parent,
                sections.size(),
                one.kind(),
                one.number(),
                one.name(),
                one.stated().goals(),
                one.stated().measures(),
                null,
                NOW,
                NOW,
                0);
        sections.add(section);
        one.goals().forEach(goal -> add(section.id(), null, goal));
        one.sections().forEach(below -> add(section.id(), below));
    }

    private void add(UUID section, @Nullable UUID parent, OutlineGoal one) {
        UUID id = UUID.randomUUID();
        goals.add(new Goal(
                id, id, section, parent, goals.size(), one.kind(), one.number(), one.text(), null, NOW, NOW, 0));
        served.put(
                id,
                one.measures().stream().map(measure -> add(section, measure)).toList());
        one.goals().forEach(below -> add(section, id, below));
    }

    private UUID add(UUID section, OutlineMeasure one) {
        UUID id = UUID.randomUUID();
        measures.add(new Measure(
                id, id, section, measures.size(), one.number(), one.text(), "", one.responsible(), null, NOW, NOW, 0));
        return id;
    }
}
