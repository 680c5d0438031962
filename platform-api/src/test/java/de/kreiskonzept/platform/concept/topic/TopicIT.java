package de.kreiskonzept.platform.concept.topic;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names of a county are mapped to the shared catalogue: proposed, confirmed, deliberately left without, or open. */
@ExtendWith(PlatformUnderTest.Given.class)
class TopicIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID version;
    private String page;
    private String cookie;

    TopicIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithThreeNames() throws Exception {
        county = platform.county();
        cookie = platform.cookie(county, Roles.LEAD);
        try (var concept = new ConceptSample(county)) {
            concept.section(null, "field_of_action", "Kultur & Freizeit");
            concept.section(null, "cross_cutting_theme", "Haushalt");
            concept.section(null, "other", "KULTUR & FREIZEIT");
            version = concept.version();
        }
        page = "/" + county.slug() + "/konzept/fassung/" + version + "/themen";
    }

    private String sectionPage(String name) throws Exception {
        String concept = "/" + county.slug() + "/konzept";
        var link = Pattern.compile("href=\"(" + concept + "/abschnitte/[0-9a-f-]{36})\"[^>]*>\\s*" + name)
                .matcher(platform.page(concept, cookie).body());
        assertThat(link.find()).as(name).isTrue();
        return platform.page(link.group(1), cookie).body();
    }

    private String path() {
        return "/api/v1/" + county.slug() + "/versions/" + version + "/topics";
    }

    private HttpResponse<String> call(String method, String match, String body) throws Exception {
        HttpRequest.Builder request = platform.request(path())
                .header("Authorization", "Bearer " + platform.token(county, Roles.LEAD))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return platform.send(match.isEmpty() ? request : request.header("If-Match", match));
    }

    @Test
    void proposesAndTakesOnlyWhatAPersonSaves() throws Exception {
        assertThat(platform.page("/" + county.slug() + "/konzept", cookie).body())
                .contains(page);
        assertThat(platform.page(page, cookie).body())
                .contains("value=\"culture\" selected>Kultur und Freizeit", "ausgewählt ist ein Vorschlag")
                .containsOnlyOnce("name=\"thema-1\"");
        assertThat(call("GET", "", "").body())
                .contains("\"name\":\"Kultur & Freizeit\",\"state\":\"open\"", "\"proposed\":\"culture\"");
        var fields = Map.of(
                "version",
                "0",
                "name-0",
                "Kultur & Freizeit",
                "thema-0",
                "culture",
                "name-1",
                "Haushalt",
                "thema-1",
                "none");
        assertThat(platform.form(page, page, cookie, fields).statusCode()).isEqualTo(303);
        assertThat(sectionPage("Kultur &amp; Freizeit")).contains("Gemeinsames Thema: Kultur und Freizeit");
        assertThat(sectionPage("Haushalt")).doesNotContain("Gemeinsames Thema");
        assertThat(platform.page(page, cookie).body())
                .contains("Zugeordnet", "Bewusst nicht zugeordnet")
                .doesNotContain("ausgewählt ist ein Vorschlag");
        assertThat(platform.page(page, platform.cookie(county, Roles.READER)).body())
                .contains("Kultur und Freizeit", "Bewusst nicht zuordnen")
                .doesNotContain("Zuordnungen speichern");
        assertThat(call("GET", "", "").body()).contains("\"state\":\"mapped\",\"topic\":\"culture\"", "\"unmapped\"");
    }

    @Test
    void refusesWhatTheCatalogueHasNotAndWhatIsStale() throws Exception {
        var wrong = Map.of("version", "0", "name-1", "Haushalt", "thema-1", "geld");
        var refused = platform.form(page, page, cookie, wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#f-thema-1\"");
        var stale = Map.of("version", "7", "name-1", "Haushalt", "thema-1", "work");
        var typed = platform.form(page, page, cookie, stale);
        assertThat(typed.statusCode()).isEqualTo(409);
        assertThat(typed.body()).contains("inzwischen etwas zugeordnet", "value=\"work\" selected");
        assertThat(platform.page(
                                page.replace(
                                        version.toString(), UUID.randomUUID().toString()),
                                cookie)
                        .statusCode())
                .isEqualTo(404);
        String reader = platform.cookie(county, Roles.READER);
        assertThat(platform.form(page, page, reader, stale).statusCode()).isEqualTo(403);
    }

    @Test
    void servesPrograms() throws Exception {
        String map = "{\"names\":[{\"name\":\"Haushalt\",\"topic\":\"work\"}]}";
        assertThat(call("PUT", "\"3\"", map).statusCode()).isEqualTo(412);
        var changed = call("PUT", "\"0\"", map);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body())
                .contains("\"name\":\"Haushalt\",\"state\":\"mapped\",\"topic\":\"work\"", "\"version\":1");
        assertThat(call("PUT", "\"1\"", "{\"names\":[{\"name\":\"Fremd\",\"topic\":\"work\"}]}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("PUT", "\"1\"", "{\"names\":[{\"name\":\"Haushalt\",\"topic\":\"geld\"}]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call("PUT", "\"1\"", "{\"names\":[{\"name\":\"Haushalt\"}]}").body())
                .contains("\"name\":\"Haushalt\",\"state\":\"open\"", "\"version\":2");
    }
}
