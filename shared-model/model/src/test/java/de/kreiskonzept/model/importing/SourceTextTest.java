package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
    @Example
    void countsLinesWhateverTheirEnd() {
        assertThat(SourceText.lines("a\nb\r\nc\rd"))
                .extracting(SourceLine::text)
                .containsExactly("a", "b", "c", "d");
        assertThat(SourceText.lines("a\n")).hasSize(2);
        assertThat(SourceText.lines("")).hasSize(1);
    }

    @Example
    void keepsTheNumberOverAPageBreak() {
        assertThat(SourceText.lines("a\n\fb").getLast()).isEqualTo(new SourceLine(2, "b", 0, false, false, ""));
    }

    @Example
    void takesInvisibleSignsAway() {
        assertThat(text("\uFEFFHand\u00ADlungs\u200Bfeld\u00A0\u2003 A\tB\u0007 "))
                .isEqualTo("Handlungsfeld A B");
    }

    @Example
    void takesMarkupAway() {
        assertThat(line("## Titel ##")).isEqualTo(new SourceLine(1, "Titel", 2, false, false, ""));
        assertThat(line("- **Fett:** normal")).isEqualTo(new SourceLine(1, "Fett: normal", 0, true, false, ""));
        assertThat(line("**Alles fett**").bold()).isTrue();
        assertThat(line("**Zum Teil** fett").bold()).isFalse();
        assertThat(line("#Kein Titel")).isEqualTo(new SourceLine(1, "#Kein Titel", 0, false, false, ""));
        assertThat(line("-5 Grad").bullet()).isFalse();
        assertThat(line("•Punkt").text()).isEqualTo("Punkt");
    }

    @ParameterizedTest
    @CsvSource({
        "'Sprache ..... 12', Sprache",
        "'Sprache\t3', Sprache",
        "'1.2 Kurse … 7', 1.2 Kurse",
        "'Im Jahr 2025', ''",
        "'Sprache', ''",
        "'..... 12', ''",
        "'Haushalt ... 120000', ''"
    })
    void knowsAnEntryOfATableOfContents(String line, String title) {
        assertThat(line(line).entry()).isEqualTo(title);
    }

    @Property
    void neverFailsAndLeavesNoDoubleSpace(@ForAll String text) {
        assertThat(SourceText.lines(text))
                .allSatisfy(line -> assertThat(line.text())
                        .doesNotContain("  ")
                        .doesNotContain("\n")
                        .isEqualTo(line.text().strip()));
    }

    private static SourceLine line(String text) {
        return SourceText.lines(text).getFirst();
    }

    private static String text(String text) {
        return line(text).text();
    }
}
