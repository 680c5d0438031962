package de.kreiskonzept.foundation.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder that operation uses, out of the file that is shipped. */
class LogLinesTest {
    private static final String SETTINGS =
            "<configuration><include resource='log/json.xml'/><root level='INFO'><appender-ref ref='out'/></root></configuration>";

    @Test
    void leavesOutWhatErrorsSay() throws Exception {
        var row = new SQLException("Failing row contains (Eva Muster, eva.muster@kreis.example)", "23514");
        String line = line("Step {} failed", new IllegalStateException("county Musterkreis", row), "SEED");

        assertThat(line)
                .contains("Step SEED failed", "java.sql.SQLException", "LogLinesTest.leavesOutWhatErrorsSay")
                .doesNotContain("Muster", "muster", "kreis.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eva.muster@kreis.example",
                "to=<eva.muster@kreis.example>;",
                "/anmelden?email=eva.muster%40kreis.example&x=1"
            })
    void hidesAddressesInTheWordsOfLibraries(String words) throws Exception {
        assertThat(line("Refused: {}", null, words))
                .contains("Refused", "(address)")
                .doesNotContain("muster", "kreis.example");
    }

    private static String line(String message, @Nullable Throwable error, Object... arguments) throws JoranException {
        var settings = new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8));
        return new LogLine(settings, "out").of(message, error, arguments);
    }
}
