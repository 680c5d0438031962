package de.kreiskonzept.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Böblingen, boeblingen",
        "Groß-Gerau, gross-gerau",
        "Rotenburg (Wümme), rotenburg-wuemme",
        "Pfaffenhofen a. d. Ilm, pfaffenhofen-a-d-ilm",
        "Café Ñandú, cafe-nandu"
    })
    void spellsNamesInPlainLetters(String name, String slug) {
        assertThat(Slug.of(name)).hasToString(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Konstanz", "-konstanz", "konstanz-", "a--b", "../etc", "kon stanz", "konstänz"})
    void refusesOtherShapes(String text) {
        assertThatThrownBy(() -> new Slug(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesReservedSegments() {
        for (String reserved : Slug.RESERVED) {
            assertThatThrownBy(() -> new Slug(reserved)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Slug.of("Öffentlich")).hasMessageContaining("oeffentlich");
    }

    @Test
    void refusesAnAgsThatIsNoFiveDigits() {
        assertThat(new Ags("01001")).hasToString("01001");
        for (String text : new String[] {"", "1001", "010010", "0100a", "٠١٠٠١", "01001\n"}) {
            assertThatThrownBy(() -> new Ags(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property(tries = 300)
    void isFitForAPathWhateverTheName(@ForAll @StringLength(max = 40) String name) {
        try {
            assertThat(Slug.of(name).text()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        } catch (IllegalArgumentException nothingLeft) {
            assertThat(nothingLeft).message().containsAnyOf("Not a slug", "Reserved");
        }
    }
}
