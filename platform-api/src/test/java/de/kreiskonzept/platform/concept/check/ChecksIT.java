package de.kreiskonzept.platform.concept.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of checks as a person and as a program see it, and as a file. */
@ExtendWith(PlatformUnderTest.Given.class)
class ChecksIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID language;
    private UUID work;
    private UUID goal;
    private UUID lonely;
    private UUID doubled;
    private String version;

    ChecksIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithFaults() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            language = concept.section(null, "field_of_action", "Sprache");
            work = concept.section(null, "field_of_action", "Arbeit");
            var overall = concept.goal(language, null, "overall_goal", "Alle sprechen Deutsch");
            goal = concept.goal(language, overall, "sub_goal", "Bis 2028 gibt es 12 Kurse");
            lonely = concept.goal(work, null, "sub_goal", "Das Land soll Betriebe beraten");
            concept.measure(language, "Kurse am Abend", "green", true, goal);
            doubled = concept.measure(work, "KURSE, am Abend.", "grey", true);
            version = concept.version().toString();
        }
    }

    @Test
    void listsEveryFindingWithItsPlace() throws Exception {
        JsonNode found = json(api("/versions/" + version + "/checks"));
        assertThat(places(found, "goal_without_measure")).containsExactly(lonely.toString());
        assertThat(places(found, "measure_without_responsible")).isEmpty();
        assertThat(places(found, "section_without_overall_goal")).containsExactly(work.toString());
        assertThat(places(found, "doubled_measure")).containsExactly(doubled.toString());
        assertThat(places(found, "count_difference")).contains(version, language.toString(), work.toString());
        assertThat(places(found, "addressee_elsewhere")).containsExactly(lonely.toString());
        assertThat(places(found, "no_figure")).containsExactly(lonely.toString());
        assertThat(json(api("/versions/" + version + "/checks?kind=doubled_measure")))
                .hasSize(1);
    }

    @Test
    void leadsFromEachFindingToItsPlace() throws Exception {
        String cookie = platform.cookie(county, Roles.READER);
        String base = "/" + county.slug() + "/konzept";
        String page = platform.page(base + "/pruefung", cookie).body();
        String place = base + "/abschnitte/" + work + "#ziel-" + lonely;
        assertThat(page)
                .contains(place, base + "/massnahmen/" + doubled, "Derselbe Wortlaut steht schon in „Sprache“.");
        assertThat(page).contains("Angegeben: 64 Ziele");
        assertThat(platform.page(base + "/abschnitte/" + work, cookie).body())
                .contains("id=\"ziel-" + lonely + "\"", "/ziele/" + lonely + "/smart");
    }

    @Test
    void showsHintsApartFromFaults() throws Exception {
        String cookie = platform.cookie(county, Roles.READER);
        String path = "/" + county.slug() + "/konzept/pruefung";
        String sentence = "richtet sich an Bund oder Land";
        assertThat(platform.page(path, cookie).body()).doesNotContain(sentence);
        assertThat(platform.page(path + "?art=hinweise", cookie).body())
                .contains(sentence, "Hinweise, keine Fehler")
                .doesNotContain("Derselbe Wortlaut");
    }

    @Test
    void takesExactlyTheFilteredRowsAlong() throws Exception {
        assertThat(text("?art=ziel-ohne-massnahme").lines()).hasSize(2);
        assertThat(text("?abschnitt=" + language)).doesNotContain("KURSE", "Arbeit");
        assertThat(text("?art=massnahme-doppelt&abschnitt=" + work)).contains("KURSE, am Abend.");
        var answer = HttpResponse.BodyHandlers.ofByteArray();
        var request = platform.request("/" + county.slug() + "/pruefung.xlsx?art=ziel-ohne-massnahme")
                .header("Cookie", platform.cookie(county, Roles.READER))
                .build();
        try (var client = java.net.http.HttpClient.newHttpClient();
                var book = new XSSFWorkbook(
                        new ByteArrayInputStream(client.send(request, answer).body()))) {
            var sheet = book.getSheet("Prüfung");
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("Das Land soll Betriebe beraten");
        }
    }

    @Test
    void knowsNoOtherVersion() throws Exception {
        assertThat(api("/versions/" + UUID.randomUUID() + "/checks").statusCode())
                .isEqualTo(404);
        String cookie = platform.cookie(county, Roles.READER);
        assertThat(platform.page("/" + county.slug() + "/konzept/pruefung?version=" + UUID.randomUUID(), cookie)
                        .statusCode())
                .isEqualTo(404);
        Workspace empty = platform.county();
        assertThat(platform.page("/" + empty.slug() + "/konzept/pruefung", platform.cookie(empty, Roles.READER))
                        .body())
                .contains("Noch kein Konzept");
    }

    private String text(String query) throws Exception {
        var answer = platform.send(platform.request("/" + county.slug() + "/pruefung.csv" + query)
                .header("Cookie", platform.cookie(county, Roles.READER)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> api(String path) throws Exception {
        return platform.get("/api/v1/" + county.slug() + path, platform.token(county, Roles.READER));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<String> places(JsonNode found, String kind) {
        return StreamSupport.stream(found.spliterator(), false)
                .filter(one -> one.get("kind").asText().equals(kind))
                .map(one -> one.get("placeId").asText())
                .toList();
    }
}
