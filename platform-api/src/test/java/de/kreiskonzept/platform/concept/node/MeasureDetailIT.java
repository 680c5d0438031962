package de.kreiskonzept.platform.concept.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class MeasureDetailIT {
    private static final String ALL = """
            {"sectionId": "%s", "number": "2", "text": "Kurse",
             "bodies": [{"name": "Amt für Kinder, Jugend", "role": "lead"}, {"name": "Kreistag", "role": "reports_to"}],
             "reach": "best_practice", "kind": "examine", "priority": "high", "category": "Sprache",
             "timeFrame": "März 2026 - Ende 2027", "goalIds": ["%s", "%s"],
             "costs": [{"kind": "once", "euros": 5000, "fromYear": 2026, "note": "Räume"},
                       {"kind": "yearly", "euros": 1200.5, "fromYear": 2026, "untilYear": 2027}]}""";

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID section;
    private UUID goal;
    private UUID other;
    private UUID version;
    private String lead;

    MeasureDetailIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConcept() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            section = concept.section(null, "field_of_action", "Sprache");
            goal = concept.goal(section, null, "sub_goal", "Alle lernen Deutsch");
            UUID work = concept.section(null, "field_of_action", "Arbeit");
            other = concept.goal(work, null, "sub_goal", "Alle finden Arbeit");
            version = concept.version();
        }
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void keepsEverythingThatAProgramSays() throws Exception {
        JsonNode made = json(post("/measures", ALL.formatted(section, goal, other)));
        JsonNode read = json(platform.get(path("/measures/" + made.get("id").asText()), lead));
        assertThat(read.get("bodies").findValuesAsText("name")).containsExactly("Amt für Kinder, Jugend", "Kreistag");
        assertThat(read.get("bodies").findValuesAsText("role")).containsExactly("lead", "reports_to");
        assertThat(read.get("responsible").asText()).isEqualTo("Amt für Kinder, Jugend; Kreistag (Bericht)");
        assertThat(text(read, "reach")).isEqualTo("best_practice");
        assertThat(text(read, "kind")).isEqualTo("examine");
        assertThat(text(read, "priority")).isEqualTo("high");
        assertThat(text(read, "category")).isEqualTo("Sprache");
        assertThat(text(read, "timeFrame")).isEqualTo("03/2026 bis 2027");
        assertThat(text(read, "beginsOn")).isEqualTo("2026-03-01");
        assertThat(text(read, "endsOn")).isEqualTo("2027-12-31");
        assertThat(read.get("costs").findValuesAsText("euros")).containsExactly("5000.0", "1200.5");
        assertThat(read.get("goalIds")).hasSize(2);
    }

    @Test
    void showsItAndSumsCostsByBudgetYear() throws Exception {
        String id = text(json(post("/measures", ALL.formatted(section, goal, other))), "id");
        String page = platform.page(pages() + "/massnahmen/" + id, platform.cookie(county, Roles.READER))
                .body();
        assertThat(page)
                .contains("03/2026 bis 2027", "Gutes Beispiel", "prüfen", "erhält den Bericht")
                .contains("einmalig 5.000 € im Jahr 2026 (Räume)", "2026: 6.200,50 €", "2027: 1.200,50 €");
    }

    @Test
    void sumsCostsOfTheFilteredMeasures() throws Exception {
        post("/measures", ALL.formatted(section, goal, other));
        post(
                "/measures",
                "{\"sectionId\": \"%s\", \"text\": \"Messe\", \"costs\": [{\"kind\": \"once\", \"euros\": 7}]}"
                        .formatted(section));
        String cookie = platform.cookie(county, Roles.READER);
        assertThat(platform.page(pages() + "/massnahmen/kosten", cookie).body())
                .contains("2 von 2 Maßnahmen", "6.200,50 €", "Dazu kommen 7 €");
        assertThat(platform.page(pages() + "/massnahmen/kosten?reichweite=kreis", cookie)
                        .body())
                .contains("1 von 1 Maßnahmen nennt")
                .doesNotContain("6.200,50 €");
    }

    @Test
    void findsMeasuresByReachKindAndOrganisation() throws Exception {
        post("/measures", ALL.formatted(section, goal, other));
        post(
                "/measures",
                "{\"sectionId\": \"%s\", \"text\": \"Messe\", \"responsible\": \"Jobcenter\"}".formatted(section));
        String organisation =
                text(json(post("/organisations", "{\"kind\": \"other\", \"name\": \"Jobcenter\"}")), "id");
        assertThat(found("reach=best_practice")).containsExactly("Kurse");
        assertThat(found("reach=county")).containsExactly("Messe");
        assertThat(found("kind=examine")).containsExactly("Kurse");
        assertThat(found("organisation=" + organisation)).containsExactly("Messe");
        String csv = platform.send(
                        platform.request("/" + county.slug() + "/massnahmen.csv?organisation=" + organisation)
                                .header("Cookie", platform.cookie(county, Roles.READER)))
                .body();
        assertThat(csv).contains("Messe").doesNotContain("Kurse");
        String table = platform.page(
                        pages() + "/massnahmen?reichweite=beispiel&art=pruefen", platform.cookie(county, Roles.READER))
                .body();
        assertThat(table).contains("Kurse", "Gutes Beispiel").doesNotContain(">Messe<");
    }

    @Test
    void knowsPartsOfAMeasure() throws Exception {
        String whole = text(json(post("/measures", measure("2", ""))), "id");
        String part = text(json(post("/measures", measure("2a", whole))), "id");
        String cookie = platform.cookie(county, Roles.READER);
        assertThat(platform.page(pages() + "/massnahmen/" + whole, cookie).body())
                .contains("Teilmaßnahmen", "/massnahmen/" + part);
        assertThat(platform.page(pages() + "/massnahmen/" + part, cookie).body())
                .contains("/massnahmen/" + whole);
        assertThat(post("/measures", measure("2a1", part)).statusCode()).isEqualTo(422);
        assertThat(post("/measures", measure("3", UUID.randomUUID().toString())).statusCode())
                .isEqualTo(404);
        assertThat(put(whole, measure("2", part)).statusCode()).isEqualTo(422);
    }

    private String measure(String number, String partOf) {
        String whole = partOf.isEmpty() ? "null" : "\"" + partOf + "\"";
        return "{\"sectionId\": \"%s\", \"number\": \"%s\", \"text\": \"Teil\", \"partOf\": %s}"
                .formatted(section, number, whole);
    }

    @Test
    void asksForEssentialsFirstAndKeepsWhatWasEnteredWhereSomethingIsWrong() throws Exception {
        String cookie = platform.cookie(county, Roles.LEAD);
        String form = pages() + "/neu/massnahmen?abschnitt=" + section;
        String blank = platform.page(form, cookie).body();
        assertThat(blank).contains("<summary>Weitere Angaben</summary>", "Alle finden Arbeit", "name=\"bodyName-1\"");
        var fields = new HashMap<>(Map.of(
                "abschnitt", section.toString(),
                "text", "Kurse am Abend",
                "bodyName-0", "Caritas",
                "bodyRole-0", "participates",
                "bodyName-1", "Jobcenter",
                "bodyRole-1", "lead",
                "timeFrame", "ab 2026",
                "costs", "aus laufenden Mitteln"));
        var refused = platform.form(form, pages() + "/neu/massnahmen", cookie, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "„aus laufenden Mitteln“ ist keine Angabe von Kosten",
                        "href=\"#f-costs\"",
                        "<details class=\"kk-fold\" open")
                .contains("value=\"Jobcenter\"", "value=\"ab 2026\"");
        fields.put("costs", "12.000 € pro Jahr");
        assertThat(platform.form(form, pages() + "/neu/massnahmen", cookie, fields)
                        .statusCode())
                .isEqualTo(303);
        JsonNode made = json(platform.get(path("/versions/" + version + "/measures"), lead))
                .get(0);
        assertThat(text(made, "responsible")).isEqualTo("Caritas, Jobcenter (Federführung)");
        assertThat(text(made, "timeFrame")).isEqualTo("ab 2026");
        assertThat(made.get("costs").findValuesAsText("kind")).containsExactly("yearly");
    }

    @Test
    void remembersWhatAMeasureSaidBefore() throws Exception {
        String id = text(json(post("/measures", ALL.formatted(section, goal, other))), "id");
        put(id, "{\"text\": \"Kurse\", \"timeFrame\": \"ab 2030\", \"kind\": \"project\"}");
        assertThat(platform.get(path("/measures/" + id + "/history"), lead).body())
                .contains("03/2026 bis 2027", "ab 2030", "\"measureKind\"", "\"examine\"", "\"costs\"");
    }

    @Test
    void goesOnInARevision() throws Exception {
        String whole = text(json(post("/measures", measure("2", ""))), "id");
        post("/measures", measure("2a", whole));
        post("/measures", ALL.formatted(section, goal, other));
        String etag = platform.get(path("/versions/" + version), lead)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        var adopted = platform.send(platform.request(path("/versions/" + version + "/steps"))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .POST(BodyPublishers.ofString(
                        "{\"state\": \"adopted\", \"decidedOn\": \"2020-01-02\", \"decidedBy\": \"Kreistag\"}")));
        assertThat(adopted.statusCode()).as(adopted.body()).isBetween(200, 204);
        var revised = post("/versions/" + version + "/revisions", "{\"label\": \"2.0\", \"relation\": \"successor\"}");
        assertThat(revised.statusCode()).as(revised.body()).isEqualTo(201);
        String draft = text(json(revised), "id");
        JsonNode measures = json(platform.get(path("/versions/" + draft + "/measures"), lead));
        assertThat(measures.findValuesAsText("timeFrame")).contains("03/2026 bis 2027");
        JsonNode part = measures.get(1);
        assertThat(text(part, "partOf")).isEqualTo(text(measures.get(0), "id"));
        assertThat(measures.get(2).get("costs")).hasSize(2);
    }

    private List<String> found(String query) throws Exception {
        return json(platform.get(path("/versions/" + version + "/measures?" + query), lead))
                .findValuesAsText("text");
    }

    private String pages() {
        return "/" + county.slug() + "/konzept";
    }

    private String path(String path) {
        return "/api/v1/" + county.slug() + path;
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return platform.post(path(path), lead, json);
    }

    private HttpResponse<String> put(String id, String json) throws Exception {
        String tag = platform.get(path("/measures/" + id), lead)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return platform.send(platform.request(path("/measures/" + id))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(json)));
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
