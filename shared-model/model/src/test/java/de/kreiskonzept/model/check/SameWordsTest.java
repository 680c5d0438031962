package de.kreiskonzept.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SameWordsTest {
    @Test
    void readsPastCasePunctuationAndHyphenation() {
        assertThat(SameWords.of("Sprachkurse in Straßennähe – auch abends!"))
                .isEqualTo(SameWords.of("  sprach\u00ADkurse in STRASSENNÄHE, auch\n abends"));
        assertThat(SameWords.of("Übergang")).isEqualTo(SameWords.of("U\u0308bergang"));
    }

    @Test
    void keepsOrderAndWordsApart() {
        assertThat(SameWords.of("Kurse am Abend")).isNotEqualTo(SameWords.of("Abend am Kurse"));
        assertThat(SameWords.of("Kurse 2026")).isNotEqualTo(SameWords.of("Kurse 2027"));
        assertThat(SameWords.of("– …")).isEmpty();
    }

    @Property
    boolean saysTheSameOfItsOwnAnswer(@ForAll String text) {
        return SameWords.of(SameWords.of(text)).equals(SameWords.of(text));
    }

    @Property
    boolean doesNotMindHowWordsAreSetApart(
            @ForAll("words") List<String> words, @ForAll("gap") String gap, @ForAll("gap") String other) {
        String one = gap + String.join(gap, words);
        String same = String.join(other, words).toUpperCase(Locale.GERMAN) + other;
        return SameWords.of(one).equals(SameWords.of(same));
    }

    @Property
    boolean tellsDifferentWordsApart(@ForAll("words") List<String> one, @ForAll("words") List<String> other) {
        return SameWords.of(String.join(" ", one)).equals(SameWords.of(String.join(", ", other))) == one.equals(other);
    }

    @Property
    void findsEveryTwinOnce(@ForAll("texts") List<String> texts) {
        var twins = SameWords.twins(texts, SameWords::of);
        assertThat(twins).hasSize(texts.size() - new HashSet<>(texts).size());
        assertThat(twins).allSatisfy(twin -> assertThat(twin.twin()).isEqualTo(twin.first()));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("aeiounrstäöüß0123456789")
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(word -> word.replaceAll("s+", "s").replaceAll("ß+", "ß"))
                .filter(word -> !word.contains("sß") && !word.contains("ßs"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> gap() {
        return Arbitraries.of(" ", "  ", ", ", "\n", " – ", ". ", "; ", " „", "(");
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("kurse", "kurse am abend", "café", "praktikum", "beratung", "lotsen")
                .list()
                .ofMaxSize(12);
    }
}
