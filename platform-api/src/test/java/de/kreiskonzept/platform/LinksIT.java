package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows the links of the pages as a person would: what is shown can be opened. */
@ExtendWith(PlatformUnderTest.Given.class)
class LinksIT {
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"#]+)");
    private static final int MOST = 500;

    private final PlatformUnderTest platform;

    LinksIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
    void opensWhateverIsLinked(String role) throws Exception {
        Workspace county = county(3);
        String cookie = platform.cookie(county, role);
        var seen = follow("/" + county.slug() + "/", cookie);
        assertThat(seen)
                .contains("/" + county.slug() + "/konzept", "/" + county.slug() + "/konzept/massnahmen")
                .anyMatch(path -> path.matches(".*/konzept/abschnitte/[0-9a-f-]{36}"))
                .anyMatch(path -> path.matches(".*/konzept/massnahmen/[0-9a-f-]{36}"))
                .anyMatch(path -> path.matches(".*/massnahmen/[0-9a-f-]{36}/ampel"))
                .anyMatch(path -> path.contains("/massnahmen.csv?"));
    }

    @Test
    void keepsTheFilterInEveryPartOfTheTableAndInItsExports() throws Exception {
        Workspace county = county(60);
        String cookie = platform.cookie(county, Roles.READER);
        String filter = "?ampel=gelb&auswertung=ja&zustaendig=migration&suche=Kurs";
        var table = open("/" + county.slug() + "/konzept/massnahmen" + filter, cookie);
        assertThat(table.body()).contains("60 Maßnahmen").doesNotContain("Praktikum");
        var links = links(table);
        assertThat(links).anyMatch(link -> link.contains("ampel=gelb&auswertung=ja") && link.contains("page=2"));
        String second = links.stream()
                .filter(link -> link.contains("page=2"))
                .findFirst()
                .orElseThrow();
        assertThat(open(second, cookie).body()).contains("60 Maßnahmen").doesNotContain("Praktikum");
        String csv =
                links.stream().filter(link -> link.contains(".csv")).findFirst().orElseThrow();
        assertThat(open(csv, cookie).body().lines().filter(line -> line.contains("Kurs ")))
                .hasSize(60);
        assertThat(open(csv, cookie).body()).doesNotContain("Praktikum");
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

    private Set<String> follow(String start, String cookie) throws Exception {
        var seen = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(start);
        while (!open.isEmpty() && seen.size() < MOST) {
            String path = open.remove();
            if (seen.add(path)) {
                var answer = open(path, cookie);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    links(answer).stream().filter(link -> !seen.contains(link)).forEach(open::add);
                }
            }
        }
        return seen;
    }

    /** Opens what a link leads to as a browser does, which takes files too. */
    private HttpResponse<String> open(String path, String cookie) throws Exception {
        return platform.send(
                platform.request(path).header("Accept", "text/html,*/*;q=0.8").header("Cookie", cookie));
    }

    private static Set<String> links(HttpResponse<String> page) {
        var links = new LinkedHashSet<String>();
        var found = LINK.matcher(page.body());
        while (found.find()) {
            String link = found.group(1).replace("&amp;", "&");
            if (link.startsWith("/")) {
                links.add(link);
            }
        }
        return links;
    }
}
