package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of a million characters, each made to hurt one step; a quadratic step would take many minutes. */
class LargeTextTest {
    private static final int SIZE = 1_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ziel 1: Etwas tun und noch mehr\n",
                "wort ",
                ". . . . ",
                "KAPITEL\n",
                "Handlungsfeld Sprache und mehr\n\nEs gibt 5 Ziele.\n\n",
                "### Abschnitt\n",
                "Oberziel: es gibt 5 Ziele. "
            })
    void readsInLinearTime(String piece) {
        String text = piece.repeat(SIZE / piece.length());
        Reading reading = Assertions.assertTimeout(Duration.ofSeconds(60), () -> ConceptTextParser.read(text));
        assertThat(reading).isInstanceOf(ParsedConcept.class);
    }
}
