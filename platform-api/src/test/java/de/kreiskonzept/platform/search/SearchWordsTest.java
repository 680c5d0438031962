package de.kreiskonzept.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void keepsLettersAndDigitsOnly() {
        assertThat(SearchWords.of("  Sprach-Kurs, „A1.1“ & (Ü neu) Mitarbeiter*innen ")
                        .words())
                .containsExactly("sprach", "kurs", "a1", "1", "ü", "neu", "mitarbeiter", "innen");
        assertThat(SearchWords.of("u\u0308ben U\u0308ben sprach\u00adkurs").words())
                .containsExactly("üben", "sprachkurs");
        assertThat(SearchWords.of(" '); -- %_ ").isEmpty()).isTrue();
    }

    @Test
    void saysWhenSomethingIsNotLookedFor() {
        assertThat(SearchWords.of("kurz").cut()).isFalse();
        String many = IntStream.range(0, 30).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThat(SearchWords.of(many).words()).hasSize(SearchWords.MOST);
        assertThat(SearchWords.of(many).cut()).isTrue();
        assertThat(SearchWords.of("x".repeat(10_000)).text()).hasSize(SearchWords.LONGEST);
        assertThat(SearchWords.of("x".repeat(10_000)).cut()).isTrue();
    }

    @Property
    void holdsNothingThatMeansSomethingToAQuery(@ForAll String typed) {
        assertThat(SearchWords.of(typed).words()).allMatch(word -> word.matches("[\\p{L}\\p{N}\\p{M}]+"));
    }
}
