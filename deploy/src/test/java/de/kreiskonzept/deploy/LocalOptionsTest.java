package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOptionsTest {
    @Test
    void startsWithExamplesOnKnownPortsWhereNothingIsSaid() throws StartRefused {
        LocalOptions options = LocalOptions.of();

        assertThat(options)
                .isEqualTo(new LocalOptions(Path.of(".data"), 8080, true, Optional.empty(), Optional.empty()));
        assertThat(options.ports()).containsExactly(8080, 8081, 8090, 8091);
    }

    @Test
    void readsEveryOption() throws StartRefused {
        LocalOptions options = LocalOptions.of(
                "--data",
                "elsewhere",
                "--empty",
                "--port",
                "9000",
                "--database",
                "jdbc:postgresql://db/k",
                "--smtp",
                "smtp://mail:25");

        assertThat(options)
                .isEqualTo(new LocalOptions(
                        Path.of("elsewhere"),
                        9000,
                        false,
                        Optional.of("jdbc:postgresql://db/k"),
                        Optional.of("smtp://mail:25")));
        assertThat(options.consolePort()).isEqualTo(9001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--data", "--database", "--prot 1", "--port 0", "--port x", "--port 70000", "up"})
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThatThrownBy(() -> LocalOptions.of(line.split(" ")))
                .isInstanceOf(StartRefused.class)
                .hasMessageEndingWith(".");
    }
}
