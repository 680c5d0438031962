package de.kreiskonzept.platform.concept.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.VersionStore;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class OrganisationsIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID version;
    private UUID measure;
    private String lead;

    OrganisationsIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptThatNamesAnOffice() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            UUID section = concept.section(null, "field_of_action", "Sprache");
            measure = concept.measure(section, "Kurse am Abend", "grey", true);
            version = concept.version();
        }
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void asksForNamesThatMeanNoOrganisationYetAndTakesTheAnswer() throws Exception {
        String cookie = platform.cookie(county, Roles.LEAD);
        String match = pages() + "/zuordnen";
        assertThat(platform.page(match, cookie).body()).contains("Amt für Migration", "neu anlegen");
        var answer = platform.form(match, match, cookie, Map.of("name-0", "Amt für Migration", "wahl-0", "neu"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(platform.page(match, cookie).body()).contains("Alles zugeordnet");
        assertThat(platform.page(pages(), platform.cookie(county, Roles.READER)).body())
                .contains("Amt für Migration", "Amt oder Stelle des Kreises")
                .doesNotContain("/zuordnen");
    }

    @Test
    void mergesWithoutTouchingAFrozenVersionAndTakesItBack() throws Exception {
        String office = create("Amt für Migration", "");
        String other = create("Amt für Migration und Integration", "AMI");
        platform.in(county, () -> {
            platform.bean(VersionStore.class).freeze(version, Instant.now());
            return true;
        });
        String cookie = platform.cookie(county, Roles.LEAD);
        assertThat(platform.page(pages(), cookie).body()).contains("Vielleicht doppelt", office + "/zusammenlegen");
        String preview = pages() + "/" + office + "/zusammenlegen";
        assertThat(platform.page(preview + "?mit=" + other, cookie).body()).contains("bleibt, mit 3 Schreibweisen");

        assertThat(platform.form(preview + "?mit=" + other, preview, cookie, Map.of("mit", other))
                        .statusCode())
                .isEqualTo(303);

        JsonNode merged = json(api("/organisations/" + other));
        assertThat(merged.get("spellings")).hasSize(3);
        assertThat(json(api("/organisations/" + office)).get("standsFor").asText())
                .isEqualTo(other);
        assertThat(json(api("/organisations"))).hasSize(1);
        assertThat(platform.page(pages() + "/" + other, cookie).body()).contains("Kurse am Abend", "federführend");
        assertThat(json(api("/measures/" + measure)).get("responsible").asText())
                .isEqualTo("Amt für Migration");
        assertThat(post("/organisations/" + office + "/merge", "{\"into\": \"" + other + "\"}")
                        .statusCode())
                .isEqualTo(409);

        assertThat(post("/organisations/" + office + "/split", "").statusCode()).isEqualTo(200);
        assertThat(json(api("/organisations"))).hasSize(2);
        assertThat(json(api("/organisations/" + other)).get("spellings")).hasSize(2);
        assertThat(platform.page(pages() + "/" + office, cookie).body()).contains("Kurse am Abend");
    }

    @Test
    void keepsMergersBelowEachOtherApartWhenOneIsTakenBack() throws Exception {
        String first = create("Amt A", "");
        String second = create("Amt B", "");
        String third = create("Amt C", "");
        post("/organisations/" + first + "/merge", "{\"into\": \"" + second + "\"}");
        post("/organisations/" + second + "/merge", "{\"into\": \"" + third + "\"}");
        assertThat(json(api("/organisations/" + first)).get("standsFor").asText())
                .isEqualTo(third);
        post("/organisations/" + second + "/split", "");
        assertThat(json(api("/organisations/" + first)).get("standsFor").asText())
                .isEqualTo(second);
        assertThat(json(api("/organisations/" + third)).get("spellings")).hasSize(1);
    }

    @Test
    void letsASpellingMeanOneOrganisation() throws Exception {
        String office = create("Amt für Migration", "");
        var taken = post("/organisations", "{\"kind\": \"other\", \"name\": \"AMT für  Migration!\"}");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("spelling-taken");
        JsonNode before = json(api("/organisations/" + office));
        var changed = put(
                office,
                before.get("version").asText(),
                "{\"kind\": \"county_office\", \"name\": \"Amt für Integration\", \"spellings\": [\"Amt f. Migration\"]}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).get("spellings"))
                .extracting(JsonNode::asText)
                .containsExactly("Amt f. Migration", "Amt für Integration", "Amt für Migration");
        assertThat(put(office, before.get("version").asText(), "{\"kind\": \"other\", \"name\": \"X\"}")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void refusesWhatIsNoOrganisation() throws Exception {
        for (String input : new String[] {
            "{\"kind\": \"other\", \"name\": \" – \"}",
            "{\"kind\": \"castle\", \"name\": \"Amt\"}",
            "{\"kind\": \"other\", \"name\": \"Amt; Caritas\"}",
            "{\"kind\": \"other\", \"name\": \"Amt\", \"ags\": \"08335075\"}",
            "{\"kind\": \"municipality\", \"name\": \"Singen\", \"ags\": \"8335\"}"
        }) {
            assertThat(post("/organisations", input).statusCode()).as(input).isEqualTo(422);
        }
        assertThat(post("/organisations", "{\"kind\": \"municipality\", \"name\": \"Singen\", \"ags\": \"08335075\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void leavesTheDirectoryToTheLead() throws Exception {
        String editor = platform.token(county, Roles.EDITOR);
        assertThat(platform.post(path("/organisations"), editor, "{\"name\": \"Amt\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(platform.page(pages() + "/zuordnen", platform.cookie(county, Roles.EDITOR))
                        .statusCode())
                .isEqualTo(403);
        assertThat(platform.get(path("/organisations"), editor).statusCode()).isEqualTo(200);
    }

    @Test
    void deletesAnOrganisationAndLeavesItsNameInTheMeasures() throws Exception {
        String office = create("Amt für Migration", "");
        String cookie = platform.cookie(county, Roles.LEAD);
        String page = pages() + "/" + office;
        var answer = platform.form(page, page + "/loeschen", cookie, Map.of("version", "0"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(platform.page(page, cookie).statusCode()).isEqualTo(404);
        assertThat(platform.page(pages() + "/zuordnen", cookie).body()).contains("Amt für Migration");
    }

    @Test
    void addsAllMunicipalitiesFromAList() throws Exception {
        String cookie = platform.cookie(county, Roles.LEAD);
        String page = pages() + "/mehrere";
        var answer = platform.form(
                page,
                page,
                cookie,
                Map.of("kind", "municipality", "names", "08335075 Stadt Singen\nStadt Engen\n\nStadt Engen"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        JsonNode found = json(api("/organisations?kind=municipality"));
        assertThat(found.findValuesAsText("name")).containsExactly("Stadt Engen", "Stadt Singen");
        assertThat(found.findValuesAsText("ags")).containsExactly("", "08335075");
        assertThat(platform.form(page, page, cookie, Map.of("kind", "municipality", "names", " – "))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void keepsWhatWasEnteredWhereSomethingIsWrong() throws Exception {
        String cookie = platform.cookie(county, Roles.LEAD);
        String page = pages() + "/neu";
        var answer = platform.form(page, page, cookie, Map.of("name", "", "shortName", "AWO", "kind", "welfare"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Der Name fehlt", "href=\"#f-name\"", "value=\"AWO\"");
    }

    private String create(String name, String shortName) throws Exception {
        var made = post(
                "/organisations",
                "{\"kind\": \"county_office\", \"name\": \"%s\", \"shortName\": \"%s\"}".formatted(name, shortName));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).get("id").asText();
    }

    private String pages() {
        return "/" + county.slug() + "/organisationen";
    }

    private String path(String path) {
        return "/api/v1/" + county.slug() + path;
    }

    private HttpResponse<String> api(String path) throws Exception {
        return platform.get(path(path), lead);
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return platform.post(path(path), lead, json);
    }

    private HttpResponse<String> put(String id, String version, String json) throws Exception {
        return platform.send(platform.request(path("/organisations/" + id))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(BodyPublishers.ofString(json)));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
