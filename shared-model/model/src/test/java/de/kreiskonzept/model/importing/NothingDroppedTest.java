package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every line that is not blank stands in the outline, word for word, among the lines left out, or in a deviation that names it. */
class NothingDroppedTest {
    /** Words and signs by which a line says what it is; they become kind and number and need not be kept as text. */
    private static final Set<String> SAYING = Set.of(
            "handlungsfeld",
            "querschnittsthema",
            "querschnittstehma",
            "kapitel",
            "oberziel",
            "leitziel",
            "unterziel",
            "teilziel",
            "ziel",
            "ziele",
            "uz",
            "maßnahme",
            "maßnahmen",
            "von",
            "zuständig");

    /** "Ziel 2 von 3" keeps its own number. */
    private static final Pattern HOW_MANY = Pattern.compile("(?<=[0-9]) von [0-9]+(?=:)");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    @Property(tries = 1000)
    void keepsOrNamesEveryLineOfAnyMixture(@ForAll("lines") List<String> lines) {
        assertNothingDropped(String.join("\n", lines));
    }

    @Example
    void keepsOrNamesEveryLineOfTheSources() {
        for (String source : Sources.all()) {
            assertNothingDropped(source);
        }
    }

    static void assertNothingDropped(String text) {
        var parsed = (ParsedConcept) ConceptTextParser.read(text);
        String outline = plain(words(parsed)).replace(" ", "");
        Set<Integer> leftOut = parsed.leftOut().stream().map(LeftOut::line).collect(Collectors.toSet());
        String leftOutWords = plain(parsed.leftOut().stream().map(LeftOut::text).collect(Collectors.joining(" ")));
        List<SourceLine> lines = SourceText.lines(text);
        for (SourceLine line : lines) {
            if (line.blank() || leftOut.contains(line.number())) {
                continue;
            }
            // a heading over several lines stands at the first of them
            boolean joined = leftOut.contains(line.number() - 1) && leftOutWords.contains(plain(line.text()));
            String named = plain(parsed.deviations().stream()
                    .filter(deviation -> deviation.line() == line.number())
                    .map(Deviation::excerpt)
                    .collect(Collectors.joining(" ")));
            if (named.contains(plain(line.text()))) {
                continue;
            }
            List<String> lost = Arrays.stream(
                            plain(HOW_MANY.matcher(line.text()).replaceAll("")).split(" "))
                    .filter(word -> !SAYING.contains(word) && !outline.contains(word))
                    .toList();
            assertThat(joined ? List.of() : lost)
                    .as("line %d: %s in %s", line.number(), line.text(), parsed)
                    .isEmpty();
        }
    }

    private static String words(ParsedConcept parsed) {
        var outline = parsed.outline();
        return Stream.of(
                        Stream.of(outline.title()),
                        outline.texts().stream().flatMap(NothingDroppedTest::words),
                        outline.sections().stream().flatMap(NothingDroppedTest::words))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> words(OutlineSection section) {
        return Stream.of(
                        Stream.of(section.number(), section.name()),
                        section.texts().stream().flatMap(NothingDroppedTest::words),
                        section.goals().stream().flatMap(NothingDroppedTest::words),
                        section.sections().stream().flatMap(NothingDroppedTest::words))
                .flatMap(words -> words);
    }

    private static Stream<String> words(OutlineText text) {
        return Stream.of(text.name(), text.text());
    }

    private static Stream<String> words(OutlineGoal goal) {
        return Stream.of(
                        Stream.of(goal.number(), goal.text()),
                        goal.measures().stream().flatMap(NothingDroppedTest::words),
                        goal.goals().stream().flatMap(NothingDroppedTest::words))
                .flatMap(words -> words);
    }

    private static Stream<String> words(OutlineMeasure measure) {
        return Stream.of(measure.number(), measure.text(), measure.responsible());
    }

    private static String plain(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.GERMAN)).replaceAll(" ").strip();
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of(
                        "",
                        "",
                        "",
                        "Handlungsfeld Sprache",
                        "QUERSCHNITTSTEHMA SPORT",
                        "1. Wohnen",
                        "2. Gesundheit",
                        "1.1 Umzug",
                        "II. Freizeit",
                        "# Titel Eins",
                        "## Abschnitt Zwei",
                        "## 4.2 Abschnitt Drei",
                        "Oberziel: Alle lernen.",
                        "Oberziel Kultur: Alle singen.",
                        "Unterziel 1:",
                        "Unterziel 7",
                        "Ziel 2 von 3: besser leben",
                        "Maßnahme 2a: Räume mieten",
                        "Maßnahmen:",
                        "Ziele",
                        "- ein Punkt",
                        "17. noch ein Punkt",
                        "Ein Satz steht hier.",
                        "und geht hier weiter mit einem langen Satz, der sich bis zum Ende der Zeile",
                        "**Fettes Wort**",
                        "GROSSES WORT",
                        "ERGEBNISSE ÜBER",
                        "Zuständig: Amt",
                        "Vision: Zukunft",
                        "Kapitel 1: Anfang",
                        "Es gibt 2 Ziele und 3 Maßnahmen.",
                        "Inhalt",
                        "Sprache ..... 12",
                        "Seite 3",
                        "\fKopfzeile des Kreises",
                        "---",
                        "| Tabelle | Zelle |",
                        "Anhang",
                        "Beispiel: Handlungsfeld Tanz")
                .list()
                .ofMaxSize(30);
    }
}
