package de.kreiskonzept.model.directory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Amt f. Migration           | Amt für Migration
                    Amt für Migration          | Amt für Migration und Integration
                    AWO Kreisverb. Böblingen   | Arbeiterwohlfahrt Kreisverband Böblingen e.V.
                    VHS Singen                 | Volkshochschule Singen
                    Kreisjugendring Konstanz   | Kreisjugendring
                    """)
    void proposesWhatIsProbablyOneButNeverTakesItAsTheSame(String one, String other) {
        assertThat(Likeness.probable(one, other)).isTrue();
        assertThat(Spelling.words(one)).isNotEqualTo(Spelling.words(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Jobcenter Konstanz,Jobcenter Singen",
        "Caritas,Diakonie",
        "Amt für Migration,Amt für Schulen",
        "Stadt Singen,Stadt Engen"
    })
    void leavesApartWhatIsProbablyNot(String one, String other) {
        assertThat(Likeness.probable(one, other)).isFalse();
    }

    @Test
    void isTheSameSpellingWhateverCaseSignsAndHyphens() {
        assertThat(Spelling.words("Caritas-Verband, Straße 1")).isEqualTo(Spelling.words("CARITAS Verband STRASSE 1"));
        assertThat(Spelling.words("Amt f. Migration")).isNotEqualTo(Spelling.words("Amt für Migration"));
    }

    @Property
    void isASpellingOfItself(@ForAll String name) {
        String words = Spelling.words(name);
        assertThat(Spelling.words(words)).isEqualTo(words);
        assertThat(Likeness.of(name, words)).isIn(0.0, 1.0);
    }

    @Property
    void doesNotDependOnTheOrder(@ForAll String one, @ForAll String other) {
        assertThat(Likeness.of(one, other)).isEqualTo(Likeness.of(other, one)).isBetween(0.0, 1.0);
    }
}
