package de.kreiskonzept.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MarkerTest {
    private static String shown(Marked text) {
        return text.parts().stream()
                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }

    private static Marker looking(String stem, String needle) {
        return new Marker(List.of(stem), List.of(needle));
    }

    @Test
    void marksTheWholeWordThatHoldsTheHit() {
        assertThat(shown(looking("kur", "kurs").mark("Deutschkurse, Kurs und Kürse; keine Kurden")))
                .isEqualTo("[Deutschkurse], [Kurs] und [Kürse]; keine Kurden");
        assertThat(shown(looking("haus", "hauser").mark("Häuser, Haus, Hauses, Hausmeister")))
                .isEqualTo("[Häuser], [Haus], [Hauses], Hausmeister");
        assertThat(shown(looking("strass", "strass").mark("Straße, Strasse, STRASSEN")))
                .isEqualTo("[Straße], [Strasse], [STRASSEN]");
        assertThat(shown(looking("am", "am").mark("Am Amt, im Jugendamt"))).isEqualTo("[Am] [Amt], im Jugendamt");
    }

    @Test
    void cutsBetweenWordsAroundTheFirstHit() {
        String long1 = "wort ".repeat(100) + "Treffer " + "wort ".repeat(100);
        Marked excerpt = looking("treff", "treffer").excerpt(long1);
        assertThat(shown(excerpt)).startsWith("… wort").contains("[Treffer]").endsWith("wort …");
        assertThat(excerpt.text()).hasSizeLessThan(280);
        assertThat(shown(looking("treff", "treffer").excerpt("Ein\n\n Treffer  hier")))
                .isEqualTo("Ein [Treffer] hier");
        assertThat(looking("treff", "treffer")
                        .excerpt("kein " + "Wort ".repeat(100))
                        .text())
                .startsWith("kein Wort")
                .endsWith(" …");
    }

    @Property
    void losesAndAddsNoLetter(@ForAll String text, @ForAll @Size(max = 3) List<String> needles) {
        var words = needles.stream().filter(needle -> !needle.isEmpty()).toList();
        assertThat(new Marker(words, words).mark(text).text()).isEqualTo(text);
    }

    @Property
    void showsAPartOfAnyText(@ForAll String before, @ForAll String after) {
        Marked excerpt = looking("treff", "treffer").excerpt(before + " Treffer " + after);
        assertThat(excerpt.hasHit()).isTrue();
        assertThat(excerpt.text()).hasSizeLessThanOrEqualTo(264);
    }
}
