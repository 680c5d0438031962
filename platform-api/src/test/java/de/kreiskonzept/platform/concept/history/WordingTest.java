package de.kreiskonzept.platform.concept.history;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.concept.history.Wording.Fate;
import de.kreiskonzept.platform.concept.history.Wording.Piece;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void tellsWordByWordWhatWentAndWhatCame() {
        assertThat(Wording.compare("Kurse am Abend anbieten", "Kurse am Morgen anbieten"))
                .containsExactly(
                        new Piece(Fate.SAME, "Kurse am "),
                        new Piece(Fate.REMOVED, "Abend "),
                        new Piece(Fate.ADDED, "Morgen "),
                        new Piece(Fate.SAME, "anbieten"));
    }

    @Test
    void tellsNewAndDroppedTextsWhole() {
        assertThat(Wording.compare("", "Neu hier")).containsExactly(new Piece(Fate.ADDED, "Neu hier"));
        assertThat(Wording.compare("Nicht mehr", "")).containsExactly(new Piece(Fate.REMOVED, "Nicht mehr"));
        assertThat(Wording.compare("", "")).isEmpty();
    }

    @Property
    void losesNoWordOfEitherText(
            @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') @CharRange(from = ' ', to = ' ')
                    String before,
            @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') @CharRange(from = ' ', to = ' ')
                    String after) {
        assertThat(text(before, after, Set.of(Fate.SAME, Fate.REMOVED))).isEqualTo(before);
        assertThat(text(before, after, Set.of(Fate.SAME, Fate.ADDED))).isEqualTo(after);
    }

    private static String text(String before, String after, Set<Fate> fates) {
        return Wording.compare(before, after).stream()
                .filter(piece -> fates.contains(piece.fate()))
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
