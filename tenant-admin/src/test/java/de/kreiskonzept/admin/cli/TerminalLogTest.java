package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.log.LogLine;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the command line writes beside its results when something fails. */
class TerminalLogTest {
    @Test
    void leavesOutWhatErrorsSay() throws Exception {
        var row = new SQLException("Failing row contains (Eva Muster, eva.muster@kreis.example)", "23514");
        try (var settings = Kk.class.getResourceAsStream("/logback-kk.xml")) {
            assertThat(new LogLine(settings, "beside")
                            .of(
                                    "Step {} failed: {}",
                                    new IllegalStateException("Musterkreis", row),
                                    "COPY",
                                    "SQLSTATE 23514"))
                    .contains("Step COPY failed: SQLSTATE 23514", "java.sql.SQLException", "TerminalLogTest")
                    .doesNotContain("Muster", "muster", "kreis.example");
        }
    }
}
