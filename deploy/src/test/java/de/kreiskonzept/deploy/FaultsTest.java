package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the handbook promises for faults is shown by tests that exist. */
class FaultsTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:IT|Test))`");
    private static final List<Path> MODULES = List.of(
            Path.of("../shared-model/foundation"),
            Path.of("../platform-api"),
            Path.of("../tenant-admin"),
            Path.of("."));

    @Test
    void namesATestThatExistsForEveryFault() throws IOException {
        var faults = Files.readAllLines(Path.of("handbook", "faults.md")).stream()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .toList();
        assertThat(faults).hasSizeGreaterThan(10);
        var existing = tests();
        assertThat(faults)
                .allSatisfy(fault -> assertThat(TEST.matcher(fault).results().map(found -> found.group(1)))
                        .as(fault)
                        .isNotEmpty()
                        .isSubsetOf(existing));
    }

    private static List<String> tests() throws IOException {
        var tests = Stream.<String>builder();
        for (var module : MODULES) {
            try (var files = Files.walk(module.resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> tests.add(name.replace(".java", "")));
            }
        }
        return tests.build().collect(Collectors.toList());
    }
}
