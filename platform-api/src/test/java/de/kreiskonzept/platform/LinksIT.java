package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows the links of the pages as a person would: what is shown can be opened. */
@ExtendWith(PlatformUnderTest.Given.class)
class LinksIT {
    private final PlatformUnderTest platform;

    LinksIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
    void opensWhateverIsLinked(String role) throws Exception {
        Workspace county = county(3);
        var seen = new LinkWalk(platform, platform.cookie(county, role)).from("/" + county.slug() + "/");
        assertThat(seen)
                .allSatisfy((path, status) -> assertThat(status).as(path).isEqualTo(200));
        assertThat(seen.keySet())
                .contains("/" + county.slug() + "/konzept", "/" + county.slug() + "/konzept/massnahmen")
                .anyMatch(path -> path.matches(".*/konzept/abschnitte/[0-9a-f-]{36}"))
                .anyMatch(path -> path.matches(".*/konzept/massnahmen/[0-9a-f-]{36}"))
                .anyMatch(path -> path.matches(".*/massnahmen/[0-9a-f-]{36}/ampel"))
                .anyMatch(path -> path.contains("/massnahmen.csv?"));
    }

    @Test
    void keepsTheFilterInEveryPartOfTheTableAndInItsExports() throws Exception {
        Workspace county = county(60);
        var walk = new LinkWalk(platform, platform.cookie(county, Roles.READER));
        String filter = "?ampel=gelb&auswertung=ja&zustaendig=migration&suche=Kurs";
        var table = walk.open("/" + county.slug() + "/konzept/massnahmen" + filter);
        assertThat(table.body()).contains("60 Maßnahmen").doesNotContain("Praktikum");
        var links = LinkWalk.links(table);
        assertThat(links).anyMatch(link -> link.contains("ampel=gelb&auswertung=ja") && link.contains("page=2"));
        String second = links.stream()
                .filter(link -> link.contains("page=2"))
                .findFirst()
                .orElseThrow();
        assertThat(walk.open(second).body()).contains("60 Maßnahmen").doesNotContain("Praktikum");
        String csv =
                links.stream().filter(link -> link.contains(".csv")).findFirst().orElseThrow();
        assertThat(walk.open(csv).body().lines().filter(line -> line.contains("Kurs ")))
                .hasSize(60);
        assertThat(walk.open(csv).body()).doesNotContain("Praktikum");
    }

    private Workspace county(int courses) throws Exception {
        Workspace county = platform.county();
        try (var sample = new ConceptSample(county)) {
            var section = sample.section(null, "field_of_action", "Sprache & Schrift");
            var goal = sample.goal(section, null, "sub_goal", "Kurse erreichen alle");
            for (int number = 0; number < courses; number++) {
                sample.measure(section, "Kurs " + number, "yellow", true, goal);
            }
            sample.measure(section, "Praktikum", "green", true);
        }
        return county;
    }
}
