package de.kreiskonzept.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.architecture.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** README.md promises who may do what; the code must keep it, route by route. */
class RoleMatrixTest {
    private static final String BEGIN = "<!-- roles: begin -->";
    private static final String END = "<!-- roles: end -->";

    @Test
    void readmeSaysWhoMayCallWhat() throws IOException {
        var expected = matrix();
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("roles.md"), expected);
        var readme = Files.readString(Path.of("README.md"));
        var found = readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));
        assertThat(found.strip())
                .as("take over target/roles.md after reading it")
                .isEqualTo(expected.strip());
    }

    private static String matrix() {
        var lines = new ArrayList<>(List.of(
                "| operation | anyone | " + String.join(" | ", Roles.list()) + " |", "|---|---|---|---|---|---|---|"));
        new Structure("de.kreiskonzept.platform")
                .rolesOfRoutes()
                .forEach((route, roles) -> lines.add("| `" + route + "` | " + cells(roles) + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String cells(Set<String> roles) {
        var cells = new ArrayList<String>();
        var anyone = roles.contains("isAnonymous()");
        cells.add(anyone ? "x" : " ");
        for (var role : Roles.list()) {
            cells.add(anyone || roles.contains("isAuthenticated()") || roles.contains(role) ? "x" : " ");
        }
        return String.join(" | ", cells);
    }
}
