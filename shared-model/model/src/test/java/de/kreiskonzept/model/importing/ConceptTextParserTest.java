package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptTextParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Handlungsfeld Sprache",
                "HANDLUNGSFELD SPRACHE",
                "Handlunsgfeld Sprache",
                "HANDLUNGFELD: SPRACHE",
                "## Handlungsfeld Sprache",
                "**Handlungsfeld 1: Sprache**",
                "1. Handlungsfeld Sprache",
                "Handlungsfeld I – Sprache",
                "Handlungsfeld „Sprache“",
                "\uFEFFHandlungsfeld\u00A0Sprache",
                "\fHand\u00ADlungsfeld Sprache"
            })
    void knowsASectionByManySpellings(String heading) {
        OutlineSection section = onlySection(heading + "\n\nOberziel: Alle lernen Deutsch.");
        assertThat(section.kind()).isEqualTo(SectionKind.FIELD_OF_ACTION);
        assertThat(section.name()).isEqualTo("Sprache");
        assertThat(section.goals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unterziel 1: Kurse sind nah.",
                "- **Unterziel 1:** Kurse sind nah.",
                "• Unterziel 1 von 3: Kurse sind nah.",
                "### Unterziel 1\nKurse sind nah.",
                "Unterziel 1\n\nKurse sind nah.",
                "Untreziel 1: Kurse sind nah.",
                "Teilziel 1 – Kurse\nsind nah.",
                "UZ 1: Kurse sind nah.",
                "Unterziel 1: Kur-\nse sind\r\nnah."
            })
    void knowsASubGoalByManySpellings(String goal) {
        OutlineSection section = onlySection("Handlungsfeld Sprache\n\n" + goal);
        assertThat(section.goals())
                .extracting(OutlineGoal::kind, OutlineGoal::number, OutlineGoal::text)
                .containsExactly(tuple(GoalKind.SUB_GOAL, "1", "Kurse sind nah."));
    }

    @Test
    void readsChaptersWithSubChaptersAndLetteredMeasures() {
        OutlineSection chapter = onlySection("""
                # Kapitel 1: Ankommen
                ## 1.1 Beratung
                Ausgangsthese: Wer neu ist, braucht Rat.
                ### Ist-Situation
                Es gibt wenig
                Beratung.

                **Ziel 2:** Beratung ist erreichbar.
                **Maßnahme 2a:** Eine Stelle wird geschaffen.
                Zuständig: Sozialamt
                **Massnahme 2b:**
                Die Stelle wird
                beworben.
                """);
        assertThat(chapter.kind()).isEqualTo(SectionKind.OTHER);
        OutlineSection below = chapter.sections().getFirst();
        assertThat(below.number()).isEqualTo("1.1");
        assertThat(below.texts())
                .extracting(OutlineText::name, OutlineText::text)
                .containsExactly(
                        tuple("Ausgangsthese", "Wer neu ist, braucht Rat."),
                        tuple("Ist-Situation", "Es gibt wenig Beratung."));
        assertThat(below.goals().getFirst().kind()).isEqualTo(GoalKind.GOAL);
        assertThat(below.goals().getFirst().measures())
                .extracting(OutlineMeasure::number, OutlineMeasure::text, OutlineMeasure::responsible)
                .containsExactly(
                        tuple("2a", "Eine Stelle wird geschaffen.", "Sozialamt"),
                        tuple("2b", "Die Stelle wird beworben.", ""));
    }

    @Test
    void takesListsUnderTheirHeading() {
        OutlineSection section = onlySection("""
                Säule 1: Wohnen
                Leitziel: Alle wohnen gut.
                Teilziele:
                - Es wird gebaut
                - Es wird vermietet
                Maßnahmen:
                1. Flächen suchen
                2. Häuser
                   bauen
                """);
        OutlineGoal overall = section.goals().getFirst();
        assertThat(overall.goals())
                .extracting(OutlineGoal::text)
                .containsExactly("Es wird gebaut", "Es wird vermietet");
        assertThat(overall.goals().getLast().measures())
                .extracting(OutlineMeasure::text)
                .containsExactly("Flächen suchen", "Häuser bauen");
    }

    @Test
    void takesListItemsUnderAGoalAsMeasuresAndSaysSo() {
        ParsedConcept parsed = parse("Handlungsfeld A: Bildung\nZiel 1: Alle lernen.\n- Räume mieten\n");
        assertThat(goal(parsed).measures()).extracting(OutlineMeasure::text).containsExactly("Räume mieten");
        assertThat(lines(parsed, DeviationKind.UNMARKED_MEASURE)).containsExactly(3);
    }

    @Test
    void makesAGoalForMeasuresWithoutOneAndASectionForGoalsWithoutOne() {
        ParsedConcept parsed = parse("Maßnahme 1: Räume mieten\n");
        assertThat(parsed.outline().measureCount()).isEqualTo(1);
        assertThat(lines(parsed, DeviationKind.OUTSIDE_SECTION)).containsExactly(1);
        assertThat(lines(parsed, DeviationKind.MEASURE_WITHOUT_GOAL)).containsExactly(1);
    }

    @Test
    void reportsASectionWithoutOverallGoalWhereOthersHaveOne() {
        ParsedConcept parsed = parse("""
                Handlungsfeld Sprache
                Oberziel: Alle lernen.
                Handlungsfeld Arbeit
                Unterziel 1: Betriebe stellen ein.
                Handlungsfeld Wohnen
                """);
        assertThat(lines(parsed, DeviationKind.SECTION_WITHOUT_OVERALL_GOAL)).containsExactly(3);
        assertThat(lines(parsed, DeviationKind.SECTION_WITHOUT_GOAL)).containsExactly(5);
        assertThat(parsed.outline().sections()).hasSize(3);
    }

    @Test
    void reportsNumbersThatAreDoubleOrMissing() {
        ParsedConcept parsed = parse("""
                Handlungsfeld Sprache
                Unterziel 1: a
                Unterziel 1: b
                Unterziel 4: c
                """);
        assertThat(lines(parsed, DeviationKind.DUPLICATE_NUMBER)).containsExactly(3);
        assertThat(lines(parsed, DeviationKind.GAP_IN_NUMBERING)).containsExactly(4);
        assertThat(excerpts(parsed, DeviationKind.DUPLICATE_NUMBER)).containsExactly("1");
        assertThat(excerpts(parsed, DeviationKind.GAP_IN_NUMBERING)).containsExactly("1 … 4");
        assertThat(parsed.outline().goalCount()).isEqualTo(3);
    }

    @Test
    void countsGoalsOfDifferentKindsApart() {
        ParsedConcept parsed = parse("Kapitel A\nZiel 1: a\nOberziel 1: b\nKapitel B\nZiel 1: a\nOberziel 3: c\n");
        assertThat(lines(parsed, DeviationKind.DUPLICATE_NUMBER)).isEmpty();
        assertThat(lines(parsed, DeviationKind.GAP_IN_NUMBERING)).isEmpty();
    }

    @Test
    void reportsCountsThatDoNotFit() {
        ParsedConcept parsed = parse("""
                Unser Konzept nennt 9 Ziele und 5 Maßnahmen.

                Handlungsfeld Sprache

                Hier gibt es 2 Ziele und 4 Maßnahmen.

                Ziel 1: Alle lernen.
                """);
        assertThat(excerpts(parsed, DeviationKind.STATED_GOALS_DIFFER)).containsExactly("9 / 1", "Sprache: 2 / 1");
        assertThat(excerpts(parsed, DeviationKind.STATED_SUM_DIFFERS)).containsExactly("9 / 2", "5 / 4");
    }

    @Test
    void keepsTextThatBelongsNowhere() {
        ParsedConcept parsed = parse("""
                Ein Wort vorweg.

                Handlungsfeld Sprache

                Ziel 1: Alle lernen.

                Ein loser Absatz
                in zwei Zeilen.
                """);
        assertThat(parsed.outline().texts()).extracting(OutlineText::text).containsExactly("Ein Wort vorweg.");
        assertThat(parsed.outline().sections().getFirst().texts())
                .extracting(OutlineText::text)
                .containsExactly("Ein loser Absatz in zwei Zeilen.");
        assertThat(lines(parsed, DeviationKind.UNPLACED_TEXT)).containsExactly(1, 7);
    }

    @Test
    void readsOnOverAPageBreak() {
        ParsedConcept parsed = parse("""
                Konzept des Kreises

                Handlungsfeld Sprache

                Ziel 1: Alle finden einen Kurs, der

                Konzept des Kreises

                Seite 2

                zu ihnen passt.

                Konzept des Kreises

                Seite 3
                """);
        assertThat(goal(parsed).text()).isEqualTo("Alle finden einen Kurs, der zu ihnen passt.");
        assertThat(excerpts(parsed, DeviationKind.RUNNING_LINE)).containsExactly("Konzept des Kreises (× 3)");
        assertThat(excerpts(parsed, DeviationKind.PAGE_NUMBERS)).containsExactly("Seite 2 (× 2)");
        assertThat(parsed.outline().title()).isEqualTo("Konzept des Kreises");
    }

    @Test
    void leavesTheTableOfContentsOut() {
        ParsedConcept parsed = parse("""
                Inhalt

                Handlungsfeld Sprache .... 2
                Handlungsfeld Abreit\t3
                Handlungsfeld Sport … 4

                Handlungsfeld Sprache
                Ziel 1: a
                Handlungsfeld Arbeit
                Ziel 1: b
                """);
        assertThat(parsed.outline().sections()).hasSize(2);
        assertThat(lines(parsed, DeviationKind.CONTENTS_SPELLING)).containsExactly(4);
        assertThat(lines(parsed, DeviationKind.CONTENTS_WITHOUT_SECTION)).containsExactly(5);
    }

    @Test
    void takesNoSentenceForAHeading() {
        ParsedConcept parsed = parse("""
                Handlungsfeld Sprache

                In der Sitzung wurde lange darüber gesprochen, dass das
                Handlungsfeld Arbeit noch fehlt.
                Die Handlungsfelder sind offen.
                Handlungsfelder und Ziele gehören zusammen.
                Ziel ist es, mehr zu tun.
                """);
        assertThat(parsed.outline().sections()).hasSize(1);
        assertThat(parsed.outline().goalCount()).isZero();
    }

    @Test
    void joinsASectionThatBeginsTwice() {
        ParsedConcept parsed = parse("Kapitel Sport\nZiel 1: a\nKapitel Kunst\nZiel 1: c\nKapitel Sport\nZiel 2: b\n");
        assertThat(parsed.outline().sections()).hasSize(2);
        assertThat(parsed.outline().sections().getFirst().goals()).hasSize(2);
        assertThat(lines(parsed, DeviationKind.REPEATED_HEADING)).containsExactly(5);
    }

    @Test
    void movesWhatIsTooLongToATextBlock() {
        ParsedConcept parsed = parse("Kapitel Sport\nZiel 1: " + "lang ".repeat(5_000));
        assertThat(goal(parsed).text().length()).isLessThanOrEqualTo(TextLimits.TEXT);
        assertThat(parsed.outline().sections().getFirst().texts()).isNotEmpty();
        assertThat(lines(parsed, DeviationKind.TEXT_TOO_LONG)).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n", "\uFEFF", "\f\n"})
    void findsNothingInAnEmptyText(String text) {
        ParsedConcept parsed = parse(text);
        assertThat(parsed.outline().sections()).isEmpty();
        assertThat(parsed.deviations()).containsExactly(new Deviation(0, DeviationKind.EMPTY_TEXT, ""));
    }

    @Test
    void keepsATextWithoutAnySection() {
        ParsedConcept parsed = parse("Nur ein Brief.\nOhne Ziele.");
        assertThat(parsed.outline().texts())
                .extracting(OutlineText::text)
                .containsExactly("Nur ein Brief. Ohne Ziele.");
        assertThat(lines(parsed, DeviationKind.NO_SECTION)).containsExactly(0);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(ConceptTextParser.read(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(new NotText());
        assertThat(ConceptTextParser.read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}))
                .isInstanceOf(ParsedConcept.class);
        assertThat(ConceptTextParser.read(new byte[] {(byte) 0x81, 'a', 'b'})).isEqualTo(new NotText());
        assertThat(ConceptTextParser.read("Ziel\0 1")).isEqualTo(new NotText());
    }

    @Test
    void readsFilesOfOlderWindowsPrograms() {
        byte[] file = "Handlungsfeld Größe\r\nZiel 1: „gut“\r\n".getBytes(Charset.forName("windows-1252"));
        assertThat(ConceptTextParser.decode(file)).hasValue("Handlungsfeld Größe\r\nZiel 1: „gut“\r\n");
        var parsed = (ParsedConcept) ConceptTextParser.read(file);
        assertThat(parsed.outline().sections().getFirst().name()).isEqualTo("Größe");
        assertThat(goal(parsed).text()).isEqualTo("„gut“");
    }

    @Test
    void readsUtf8AndMarkedUtf16() {
        String text = "\uFEFFHandlungsfeld Öffnung\nZiel 1: a";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var parsed = (ParsedConcept) ConceptTextParser.read(text.getBytes(charset));
            assertThat(parsed.outline().sections().getFirst().name()).isEqualTo("Öffnung");
        }
    }

    @Test
    void shortensExcerptsWithoutBreakingASign() {
        var deviation = new Deviation(1, DeviationKind.UNPLACED_TEXT, "x".repeat(198) + "😀😀");
        assertThat(deviation.excerpt()).isEqualTo("x".repeat(198) + "…");
        assertThat(DeviationKind.EMPTY_TEXT.wordKey()).isEqualTo("importing.deviation.empty_text");
    }

    private static ParsedConcept parse(String text) {
        return (ParsedConcept) ConceptTextParser.read(text);
    }

    private static OutlineSection onlySection(String text) {
        ParsedConcept parsed = parse(text);
        assertThat(parsed.outline().sections()).hasSize(1);
        return parsed.outline().sections().getFirst();
    }

    private static OutlineGoal goal(ParsedConcept parsed) {
        return parsed.outline().sections().getFirst().goals().getFirst();
    }

    private static List<Integer> lines(ParsedConcept parsed, DeviationKind kind) {
        return parsed.deviations().stream()
                .filter(deviation -> deviation.kind() == kind)
                .map(Deviation::line)
                .toList();
    }

    private static List<String> excerpts(ParsedConcept parsed, DeviationKind kind) {
        return parsed.deviations().stream()
                .filter(deviation -> deviation.kind() == kind)
                .map(Deviation::excerpt)
                .toList();
    }
}
