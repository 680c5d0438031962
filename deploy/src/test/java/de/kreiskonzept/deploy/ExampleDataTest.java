package de.kreiskonzept.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import de.kreiskonzept.model.outline.OutlineYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExampleDataTest {
    private final ConceptOutline konstanz = read("konstanz.yml");
    private final ConceptOutline boeblingen = read("boeblingen.yml");

    @Test
    void konstanzHasSixFieldsAndFiveThemesInTheOrderOfTheSource() {
        assertEquals(
                List.of(
                        "Sprache",
                        "Arbeit",
                        "Bildung",
                        "Wohnen",
                        "Gesundheit",
                        "Kultur & Freizeit",
                        "Beteiligung von Migrantinnen und Migranten",
                        "Ehrenamtliches Engagement",
                        "Zusammenarbeit mit kreisangehörigen Kommunen",
                        "Interkulturelle Öffnung der Verwaltung",
                        "Antidiskriminierung"),
                konstanz.sections().stream().map(OutlineSection::name).toList());
        assertEquals(
                Map.of(SectionKind.FIELD_OF_ACTION, 6L, SectionKind.CROSS_CUTTING_THEME, 5L),
                count(konstanz.sections().stream(), OutlineSection::kind));
    }

    @Test
    void konstanzHoldsWhatItStates() {
        assertEquals(new StatedCounts(64, 193), konstanz.stated());
        assertEquals(
                Map.of(GoalKind.OVERALL_GOAL, 11L, GoalKind.SUB_GOAL, 64L), count(goals(konstanz), OutlineGoal::kind));
        assertEquals(List.of(), konstanz.countDifferences());
        for (OutlineSection section : konstanz.sections()) {
            assertEquals(List.of(), section.countDifferences(), section.name());
            assertEquals(1, section.goals().size(), section.name());
        }
        assertEquals(
                List.of(7, 10, 9, 5, 7, 4, 4, 5, 5, 5, 3),
                konstanz.sections().stream().map(OutlineSection::goalCount).toList());
        assertEquals(
                List.of(22, 29, 31, 9, 16, 9, 12, 25, 16, 16, 8),
                konstanz.sections().stream().map(OutlineSection::measureCount).toList());
    }

    @Test
    void konstanzHasLightsOfEveryColourAndSomeMeasuresThatDoNotCount() {
        assertEquals(
                Map.of(
                        TrafficLight.GREEN,
                        116L,
                        TrafficLight.YELLOW,
                        49L,
                        TrafficLight.RED,
                        23L,
                        TrafficLight.GREY,
                        5L),
                count(measures(konstanz), OutlineMeasure::light));
        assertEquals(Map.of(true, 180L, false, 13L), count(measures(konstanz), OutlineMeasure::counted));
    }

    @Test
    void everySubGoalOfKonstanzHasMeasures() {
        goals(konstanz)
                .filter(goal -> goal.kind() == GoalKind.SUB_GOAL)
                .forEach(goal -> assertFalse(goal.measures().isEmpty(), goal.text()));
    }

    @Test
    void boeblingenStatesMoreThanItHolds() {
        assertEquals(new StatedCounts(78, 205), boeblingen.stated());
        assertEquals(8, boeblingen.sections().size());
        assertEquals(
                25,
                boeblingen.sections().stream()
                        .mapToInt(chapter -> chapter.sections().size())
                        .sum());
        assertEquals(Map.of(SectionKind.OTHER, 33L), count(sections(boeblingen), OutlineSection::kind));
        assertEquals(Map.of(GoalKind.GOAL, 20L), count(goals(boeblingen), OutlineGoal::kind));
        assertEquals(45, boeblingen.measureCount());
        for (OutlineSection chapter : boeblingen.sections()) {
            assertEquals(
                    List.of("Ausgangsthese", "Ist-Situation", "Bestehende Angebote"),
                    chapter.texts().stream().map(OutlineText::name).toList());
        }
    }

    @Test
    void openingTheAdministrationHasAGoalWithMeasures2aTo2d() {
        OutlineGoal second = sections(boeblingen)
                .filter(section -> section.name().equals("Interkulturelle Öffnung der Verwaltung"))
                .flatMap(section -> section.goals().stream())
                .filter(goal -> goal.number().equals("2"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("2a", "2b", "2c", "2d"),
                second.measures().stream().map(OutlineMeasure::number).toList());
    }

    @Test
    void redMeasuresSayWhyAndNoMeasureOccursTwice() {
        for (ConceptOutline outline : List.of(konstanz, boeblingen)) {
            for (OutlineMeasure measure : measures(outline).toList()) {
                boolean red = measure.light() == TrafficLight.RED;
                assertEquals(red, measure.reason() != null, measure.text());
                assertTrue(!red || !measure.justification().isEmpty(), measure.text());
            }
            assertEquals(
                    outline.measureCount(),
                    measures(outline).map(OutlineMeasure::text).distinct().count());
        }
    }

    @Test
    void bothConceptsSayThatTheyAreNotOfficial() {
        for (ConceptOutline outline : List.of(konstanz, boeblingen)) {
            assertTrue(outline.title().endsWith("(Beispieldaten, nicht amtlich)"), outline.title());
            assertTrue(outline.texts().getFirst().text().startsWith("Beispieldaten, nicht amtlich."));
        }
    }

    private static Stream<OutlineSection> sections(ConceptOutline outline) {
        return outline.sections().stream().flatMap(ExampleDataTest::withSectionsBelow);
    }

    private static Stream<OutlineSection> withSectionsBelow(OutlineSection section) {
        return Stream.concat(
                Stream.of(section), section.sections().stream().flatMap(ExampleDataTest::withSectionsBelow));
    }

    private static Stream<OutlineGoal> goals(ConceptOutline outline) {
        return sections(outline).flatMap(section -> section.goals().stream()).flatMap(ExampleDataTest::withGoalsBelow);
    }

    private static Stream<OutlineGoal> withGoalsBelow(OutlineGoal goal) {
        return Stream.concat(Stream.of(goal), goal.goals().stream().flatMap(ExampleDataTest::withGoalsBelow));
    }

    private static Stream<OutlineMeasure> measures(ConceptOutline outline) {
        return goals(outline).flatMap(goal -> goal.measures().stream());
    }

    private static <T, K> Map<K, Long> count(Stream<T> items, Function<T, K> by) {
        return items.collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static ConceptOutline read(String name) {
        try (InputStream file = ExampleDataTest.class.getResourceAsStream("/example/" + name)) {
            assertNotNull(file, name);
            return OutlineYaml.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
