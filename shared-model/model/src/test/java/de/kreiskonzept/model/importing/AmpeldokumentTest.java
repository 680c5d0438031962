package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real document; it stands beside the checkout and is no part of it. */
class AmpeldokumentTest {
    private static String source = "";
    private static ParsedConcept parsed = new ParsedConcept(nothing(), List.of(), List.of());

    private static ConceptOutline nothing() {
        return new ConceptOutline("", StatedCounts.NONE, List.of(), List.of());
    }

    @BeforeAll
    static void read() {
        source = Sources.text("konstanz-2025");
        parsed = (ParsedConcept) ConceptTextParser.read(source.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsSixFieldsAndFiveThemesByTheirNames() {
        assertThat(parsed.outline().sections())
                .extracting(OutlineSection::kind, OutlineSection::name)
                .containsExactly(
                        tuple(SectionKind.FIELD_OF_ACTION, "Sprache"),
                        tuple(SectionKind.FIELD_OF_ACTION, "Arbeit"),
                        tuple(SectionKind.FIELD_OF_ACTION, "Bildung"),
                        tuple(SectionKind.FIELD_OF_ACTION, "Wohnen"),
                        tuple(SectionKind.FIELD_OF_ACTION, "Gesundheit"),
                        tuple(SectionKind.FIELD_OF_ACTION, "Kultur & Freizeit"),
                        tuple(SectionKind.CROSS_CUTTING_THEME, "Beteiligung von Migrantinnen und Migranten"),
                        tuple(SectionKind.CROSS_CUTTING_THEME, "Ehrenamtliches Engagement"),
                        tuple(SectionKind.CROSS_CUTTING_THEME, "Zusammenarbeit mit kreisangehörigen Kommunen"),
                        tuple(SectionKind.CROSS_CUTTING_THEME, "Interkulturelle Öffnung der Verwaltung"),
                        tuple(SectionKind.CROSS_CUTTING_THEME, "Antidiskriminierung"));
    }

    @Test
    void keepsTheStatedCountsPerSection() {
        assertThat(parsed.outline().stated()).isEqualTo(new StatedCounts(64, 193));
        assertThat(parsed.outline().sections())
                .extracting(section -> section.stated().measures())
                .containsExactly(22, 29, 31, 9, 16, 9, 12, 25, 16, 16, 8);
        assertThat(parsed.outline().sections())
                .allSatisfy(section -> assertThat(section.stated().goals()).isEqualTo(section.goalCount()));
    }

    @Test
    void findsOneOverallGoalPerSectionAndAllSubGoals() {
        assertThat(parsed.outline().goalCount()).isEqualTo(64);
        assertThat(parsed.outline().measureCount()).isZero();
        assertThat(parsed.outline().sections()).allSatisfy(section -> {
            assertThat(section.goals()).hasSize(1);
            assertThat(section.goals().getFirst().kind()).isEqualTo(GoalKind.OVERALL_GOAL);
            assertThat(section.goals().getFirst().goals())
                    .allMatch(goal ->
                            goal.kind() == GoalKind.SUB_GOAL && goal.goals().isEmpty());
        });
    }

    @Test
    void takesEachSubGoalWithItsWholeText() {
        List<String> lines = source.lines().toList();
        for (OutlineGoal goal : subGoals()) {
            String line = lines.get(goal.line() - 1)
                    .replace("*", "")
                    .replace("- Unterziel", "Unterziel")
                    .strip();
            assertThat("Unterziel " + goal.number() + ": " + goal.text()).isEqualTo(line);
        }
    }

    @Test
    void keepsTheTextsOfEachSection() {
        assertThat(parsed.outline().sections())
                .allSatisfy(section -> assertThat(names(section)).startsWith("Zusammenfassung", "Sachstand"));
        assertThat(parsed.outline().sections())
                .filteredOn(section -> names(section).contains("Höhepunkte"))
                .hasSize(10);
        assertThat(parsed.outline().sections())
                .filteredOn(section -> names(section).contains("Nicht weiterverfolgt"))
                .extracting(OutlineSection::name)
                .contains("Sprache", "Wohnen", "Kultur & Freizeit", "Ehrenamtliches Engagement", "Antidiskriminierung");
    }

    @Test
    void reportsTheMisspeltHeadings() {
        assertThat(excerpts(DeviationKind.MISSPELT_HEADING)).hasSize(4).allMatch(e -> e.contains("STEHMA"));
        assertThat(excerpts(DeviationKind.MISSPELT_HEADING)).anyMatch(e -> e.contains("ENGAEMENT"));
        assertThat(excerpts(DeviationKind.CONTENTS_SPELLING)).hasSize(5).anyMatch(e -> e.contains("ANTIDIKRI"));
        assertThat(line(DeviationKind.MISSPELT_HEADING)).isEqualTo(357);
    }

    @Test
    void reportsTheOtherWordingAndTheLeftOverText() {
        assertThat(excerpts(DeviationKind.WORDING_DIFFERS)).hasSize(1).allMatch(e -> e.startsWith("KULTUR"));
        assertThat(line(DeviationKind.WORDING_DIFFERS)).isEqualTo(281);
        assertThat(excerpts(DeviationKind.LEFT_OVER_TEXT))
                .containsExactly("Insgesamt 5 Unterziele und 16 Maßnahmen: ca.");
        assertThat(line(DeviationKind.LEFT_OVER_TEXT)).isEqualTo(467);
    }

    @Test
    void reportsWhatItLeavesOut() {
        assertThat(excerpts(DeviationKind.RUNNING_LINE)).hasSize(2).allMatch(e -> e.endsWith("(× 24)"));
        assertThat(excerpts(DeviationKind.TABLE_OF_CONTENTS)).hasSize(1);
        assertThat(excerpts(DeviationKind.WORKED_EXAMPLE)).hasSize(4);
        assertThat(excerpts(DeviationKind.HEADING_WITHOUT_TEXT)).hasSize(22).allMatch(e -> e.startsWith("ERGEBNISSE"));
        assertThat(excerpts(DeviationKind.STATED_MEASURES_DIFFER)).hasSize(12).contains("Sprache: 22 / 0");
        assertThat(excerpts(DeviationKind.STATED_SUM_DIFFERS)).isEmpty();
    }

    @Test
    void namesEveryLineItLeavesOut() {
        assertThat(parsed.leftOut())
                .filteredOn(line -> line.why() == DeviationKind.RUNNING_LINE)
                .hasSize(48);
        assertThat(parsed.leftOut())
                .filteredOn(line -> line.why() == DeviationKind.TABLE_OF_CONTENTS)
                .hasSize(13);
        assertThat(parsed.leftOut())
                .filteredOn(line -> line.why() == DeviationKind.HEADING_WITHOUT_TEXT)
                .hasSize(22);
    }

    private static List<OutlineGoal> subGoals() {
        return parsed.outline().sections().stream()
                .flatMap(section -> section.goals().getFirst().goals().stream())
                .toList();
    }

    private static List<String> names(OutlineSection section) {
        return section.texts().stream().map(OutlineText::name).toList();
    }

    private static List<String> excerpts(DeviationKind kind) {
        return parsed.deviations().stream()
                .filter(deviation -> deviation.kind() == kind)
                .map(Deviation::excerpt)
                .toList();
    }

    private static int line(DeviationKind kind) {
        return parsed.deviations().stream()
                .filter(deviation -> deviation.kind() == kind)
                .findFirst()
                .orElseThrow()
                .line();
    }
}
