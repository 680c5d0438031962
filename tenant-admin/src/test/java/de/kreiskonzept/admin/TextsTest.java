package de.kreiskonzept.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.TextsOfModule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void everyTextIsWrittenOnceAndUsed() {
        assertThat(TextsOfModule.complaints(Path.of(""))).isEmpty();
    }
}
