package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections that no word such as "Handlungsfeld" names. */
class HeadingsTest {
    @ParameterizedTest
    @CsvSource({
        "'1. Sprache', '2. Arbeit', '1', '2'",
        "'1 Sprache', '2 Arbeit', '1', '2'",
        "'1) Sprache', '2) Arbeit', '1', '2'",
        "'I. Sprache', 'II. Arbeit', 'I', 'II'",
        "'Kapitel 1: Sprache', 'Kapitel 2: Arbeit', '1', '2'",
        "'# Sprache', '# Arbeit', '', ''",
        "'**Sprache**', '**Arbeit**', '', ''",
        "'Sprache', 'Arbeit', '', ''",
        "'SPRACHE', 'ARBEIT', '', ''",
        "'4. Sprache', '5. Arbeit', '4', '5'"
    })
    void findsPlainHeadings(String first, String second, String firstNumber, String secondNumber) {
        ParsedConcept parsed = parse(first + "\n\nEin Satz dazu.\n\nOberziel: Alle lernen.\n- Unterziel 1: Kurse\n\n"
                + second + "\n\nLeitziel: Alle arbeiten.\nTeilziel 1: Stellen\n");
        // a line without number or markup is a heading only directly before its goal
        ParsedConcept bare = parse(first + "\n\nOberziel: Alle lernen.\nUnterziel 1: Kurse\n\n" + second
                + "\n\nOberziel: Alle arbeiten.\n");
        assertThat(bare.outline().sections())
                .extracting(OutlineSection::number, OutlineSection::name)
                .containsExactly(tuple(firstNumber, "Sprache"), tuple(secondNumber, "Arbeit"));
        if (!firstNumber.isEmpty()) {
            assertThat(parsed.outline().sections())
                    .extracting(OutlineSection::number, OutlineSection::name)
                    .containsExactly(tuple(firstNumber, "Sprache"), tuple(secondNumber, "Arbeit"));
        }
    }

    @Test
    void findsSubChaptersWithoutAnyBlankLine() {
        ParsedConcept parsed = parse("""
                1 Sprache
                1.1 Kurse
                Ziel 1: Kurse sind nah.
                1.2 Beratung
                Ziel 2: Beratung ist da.
                2 Arbeit
                Ziel 1: Betriebe stellen ein.
                """);
        assertThat(parsed.outline().sections()).extracting(OutlineSection::name).containsExactly("Sprache", "Arbeit");
        assertThat(parsed.outline().sections().getFirst().sections())
                .extracting(OutlineSection::number, OutlineSection::name)
                .containsExactly(tuple("1.1", "Kurse"), tuple("1.2", "Beratung"));
        assertThat(lines(parsed)).containsExactly(1, 2, 4, 6);
    }

    @Test
    void findsSubChaptersOfNamedChapters() {
        ParsedConcept parsed =
                parse("Kapitel 1: Ankommen\n\n1.1 Beratung\n\nZiel 1: Rat\n\n1.2 Wohnen\n\nZiel 1: Dach\n");
        assertThat(parsed.outline().sections().getFirst().sections())
                .extracting(OutlineSection::name)
                .containsExactly("Beratung", "Wohnen");
    }

    @Test
    void keepsChaptersBeforeTheFirstGoalAsTextAndThoseOfADocumentToo() {
        ParsedConcept parsed = parse("""
                1. Einleitung

                Ein Wort.

                2. Sprache

                Oberziel: Alle lernen.

                3. Umsetzung

                Ein Ende.
                """);
        assertThat(parsed.outline().texts())
                .extracting(text -> text.name())
                .containsExactly("1 Einleitung", "Umsetzung");
        assertThat(parsed.outline().sections()).extracting(OutlineSection::name).containsExactly("Sprache");
    }

    @Test
    void takesNumberedMeasuresForNoHeadings() {
        ParsedConcept parsed = parse("""
                1. Sprache

                Ziel 1: Kurse

                1. Räume suchen

                2. Räume mieten

                Ziel 2: Beratung

                Maßnahmen:
                1. Stelle
                2. Messe

                2. Arbeit

                Ziel 1: Betriebe
                """);
        assertThat(parsed.outline().sections()).extracting(OutlineSection::name).containsExactly("Sprache", "Arbeit");
        List<OutlineGoal> goals = parsed.outline().sections().getFirst().goals();
        assertThat(goals.getFirst().measures())
                .extracting(OutlineMeasure::text)
                .containsExactly("Räume suchen", "Räume mieten");
        assertThat(goals.getLast().measures()).extracting(OutlineMeasure::text).containsExactly("Stelle", "Messe");
    }

    @Test
    void takesTheKindFromTheHeadingAbove() {
        ParsedConcept parsed = parse("""
                # Zentrale Handlungsfelder
                ## Sprache
                ### Oberziel: Alle lernen
                # Querschnittsthemen
                ## Ehrenamt
                ### Ziel: helfen
                """);
        assertThat(parsed.outline().sections())
                .flatExtracting(OutlineSection::sections)
                .extracting(OutlineSection::kind)
                .containsExactly(SectionKind.FIELD_OF_ACTION, SectionKind.CROSS_CUTTING_THEME);
    }

    @Test
    void readsAGoalThatNamesItsField() {
        ParsedConcept parsed = parse("Handlungsfeld Sprache\nOberziel Sprache: Alle lernen.\n");
        assertThat(parsed.outline().sections().getFirst().goals())
                .extracting(OutlineGoal::kind, OutlineGoal::text)
                .containsExactly(tuple(GoalKind.OVERALL_GOAL, "Sprache: Alle lernen."));
    }

    @Test
    void findsNoSectionInALetterWithNumbers() {
        ParsedConcept parsed = parse("""
                Sehr geehrte Damen und Herren,

                1. Wir danken Ihnen

                2. Wir grüßen Sie

                I. Anlage
                """);
        assertThat(parsed.outline().sections()).isEmpty();
        assertThat(lines(parsed)).isEmpty();
    }

    private static ParsedConcept parse(String text) {
        return (ParsedConcept) ConceptTextParser.read(text);
    }

    private static List<Integer> lines(ParsedConcept parsed) {
        return parsed.deviations().stream()
                .filter(deviation -> deviation.kind() == DeviationKind.ASSUMED_SECTION)
                .map(Deviation::line)
                .toList();
    }
}
