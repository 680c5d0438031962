package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class SpellingTest {
    @Example
    void countsSwappedLostAndChangedLettersAsOne() {
        assertThat(Spelling.near("Querschnittsthema", "QUERSCHNITTSTEHMA", 1)).isTrue();
        assertThat(Spelling.near("Handlungsfeld", "Handlungfeld", 1)).isTrue();
        assertThat(Spelling.near("Oberziel", "Oberzeil", 1)).isTrue();
        assertThat(Spelling.near("Oberziel", "Unterziel", 1)).isFalse();
        assertThat(Spelling.near("Sport", "Sportvereine", 3)).isFalse();
    }

    @Property
    void isTheSameInBothDirections(
            @ForAll @AlphaChars @StringLength(max = 12) String a,
            @ForAll @AlphaChars @StringLength(max = 12) String b) {
        for (int most = 0; most < 4; most++) {
            assertThat(Spelling.near(a, b, most)).isEqualTo(Spelling.near(b, a, most));
        }
        assertThat(Spelling.near(a, a, 0)).isTrue();
    }

    @Example
    void takesTheNameAsTheTextSpellsIt() {
        List<String> words = List.of("Das", "Thema", "Freiwilliges", "Engagement", "mit", "großen", "Kommunen");
        assertThat(Spelling.normalCase("FREIWILLIGES ENGAEMENT", words)).isEqualTo("Freiwilliges Engagement");
        assertThat(Spelling.normalCase("ENGAGEMENT MIT GROSSEN KOMMUNEN", List.of()))
                .isEqualTo("Engagement mit Grossen Kommunen");
        assertThat(Spelling.normalCase("Schon normal", words)).isEqualTo("Schon normal");
    }

    @Example
    void spellsByRuleWhereTheTextDoesNotHelp() {
        assertThat(Spelling.normalCase("ARBEIT UND AUS-BILDUNG IN DER EU", List.of()))
                .isEqualTo("Arbeit und Aus-Bildung in der EU");
        assertThat(Spelling.normalCase("ÜBER DIE STRAßE", List.of())).isEqualTo("Über die Straße");
    }

    @Example
    void knowsCapitals() {
        assertThat(Spelling.isCapitals("STRAßE 12")).isTrue();
        assertThat(Spelling.isCapitals("EU")).isFalse();
        assertThat(Spelling.isCapitals("2025 - 2026")).isFalse();
        assertThat(Spelling.isCapitals("Straße")).isFalse();
    }
}
