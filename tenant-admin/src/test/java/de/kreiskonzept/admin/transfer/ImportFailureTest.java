package de.kreiskonzept.admin.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportFailureTest {
    private static final String WORD = "web.trail.word.import.failed.";

    private final Texts texts = new Texts();

    @Test
    void theTrailHasGermanWordsForEachFailureAndForNothingElse() {
        assertThat(texts.keys(WORD))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ImportFailure.values())
                        .map(failure -> WORD + failure.key())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(ImportFailure.class)
    void whoeverHasSentTheFileReadsASentenceFromWhichTheFailureIsKnown(ImportFailure failure) {
        var refusal = failure.refusal("Landkreis Konstanz");
        assertThat(refusal.sentence(texts)).endsWith(".");
        assertThat(ImportFailure.of(refusal)).isEqualTo(failure);
    }

    @Test
    void noImportFailsByWhatHasNoWordInTheTrail() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportFailure.of(Refusal.stale()))
                .withMessageContaining("problem.stale");
    }
}
