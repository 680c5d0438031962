package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file as Compose itself reads it, where it is installed; nothing is started. */
class ComposeTest {
    private static final List<String> FILE = List.of("-f", "container/compose.yaml");

    @TempDir
    private Path folder;

    @Test
    void composeReadsTheFileOfWhoeverHasFilledInTheExample() throws Exception {
        assertThat(config("filled")).isZero();
    }

    @Test
    void composeStartsNothingWhileASecretIsMissing() throws Exception {
        assertThat(config("")).isNotZero();
    }

    private int config(String secret) throws Exception {
        Optional<List<String>> compose = compose();
        assumeTrue(compose.isPresent(), "neither docker compose nor docker-compose is installed here");
        String example = Files.readAllLines(Path.of("container", "env.example")).stream()
                .map(line -> line.endsWith("=") ? line + secret : line)
                .collect(Collectors.joining("\n"));
        Path settings = Files.writeString(folder.resolve("env"), example);
        return run(Stream.of(compose.get(), FILE, List.of("--env-file", settings.toString(), "config", "--quiet"))
                .flatMap(List::stream)
                .toList());
    }

    private static Optional<List<String>> compose() throws Exception {
        for (List<String> program : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            var version = new ArrayList<>(program);
            version.add("version");
            if (isThere(program.getFirst()) && run(version) == 0) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("KK_"));
        return builder.start().waitFor();
    }
}
