package de.kreiskonzept.foundation.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every problem type that the code of all modules names is explained, and none that it does not name. */
class ProblemTypesTest {
    private static final Pattern OF_REFUSAL =
            Pattern.compile("(?:HttpStatus\\.[A-Z_]+|soon\\(\\s*\\w+),\\s*\"([a-z-]+)\",");
    private static final Pattern OF_DIAGNOSIS = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"(?:;|\\s*:|, texts)");
    private static final String START = "problem.type.";

    @Test
    void explainsEveryTypeThatTheCodeNames() throws IOException {
        var named = new TreeSet<String>();
        for (var module : new String[] {".", "../../platform-api", "../../tenant-admin"}) {
            try (var files = Files.walk(Path.of(module, "src/main/java"))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    OF_REFUSAL.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
                }
            }
        }
        named.addAll(Set.of("too-many-jobs", "too-many-requests", "no-space", "not-reachable", "workspace-behind"));
        var diagnosis = Path.of("src/main/java/de/kreiskonzept/foundation/web/problem/Diagnosis.java");
        OF_DIAGNOSIS.matcher(Files.readString(diagnosis)).results().forEach(found -> named.add(found.group(1)));
        named.add("too-many-attempts");
        assertThat(new Texts().keys(START).stream().map(key -> key.substring(START.length())))
                .containsExactlyInAnyOrderElementsOf(named);
    }
}
