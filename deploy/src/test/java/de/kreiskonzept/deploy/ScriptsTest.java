package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts say on a machine that lacks something. */
class ScriptsTest {
    private static final List<String> ORDINARY =
            List.of("bash", "env", "dirname", "readlink", "grep", "cat", "find", "mktemp", "mv");

    @TempDir
    Path programs;

    @Test
    void runSaysThatMavenIsMissing() throws Exception {
        assertThat(run("deploy/run")).isEqualTo(new Ended(2, """
                Maven is missing: install Maven 3.8.7 or newer, then start again.
                """));
    }

    @Test
    void runSaysThatNpmIsMissing() throws Exception {
        provide("mvn");

        assertThat(run("deploy/run")).isEqualTo(new Ended(2, """
                npm is missing: install Node.js with npm, then start again.
                """));
    }

    @Test
    void testSaysThatChromiumIsMissing() throws Exception {
        provide("mvn");
        provide("npm");

        assertThat(run("deploy/test")).isEqualTo(new Ended(2, """
                Chromium is missing at /no/chromium: install it, or set KK_CHROMIUM to its program, then start again.
                """));
    }

    private void provide(String name) throws IOException {
        provide(name, Path.of("/bin/true"));
    }

    private void provide(String name, Path program) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\nexec " + program + " \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Ended run(String script) throws IOException, InterruptedException {
        for (String name : ORDINARY) {
            provide(name, find(name));
        }
        var builder = new ProcessBuilder("bash", Path.of("..", script).toString()).redirectErrorStream(true);
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KK_CHROMIUM", "/no/chromium");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static Path find(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private record Ended(int status, String said) {}
}
