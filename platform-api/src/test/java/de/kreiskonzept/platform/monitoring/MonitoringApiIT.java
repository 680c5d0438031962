package de.kreiskonzept.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lights of a measure and the Ampel, the way a program uses them. */
@ExtendWith(PlatformUnderTest.Given.class)
class MonitoringApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID section;
    private UUID measure;
    private String lead;

    MonitoringApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void twoMeasuresOfWhichOneDoesNotCount() throws Exception {
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
        try (var concept = new ConceptSample(county)) {
            section = concept.section(null, "field_of_action", "Sprache");
            measure = concept.measure(section, "Kurse am Abend", "grey", true);
            concept.measure(section, "Idee einer Gemeinde", "red", false);
        }
    }

    @Test
    void givesALightAndShowsItAtTheMeasureAndInTheAmpel() throws Exception {
        var answer = assess(measure, "\"0\"", light("yellow", null, "Die Räume stehen fest."));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        JsonNode added = JSON.readTree(answer.body());
        assertThat(added.get("light").asText()).isEqualTo("yellow");
        assertThat(added.get("justification").asText()).isEqualTo("Die Räume stehen fest.");
        assertThat(added.get("assessedBy").asText()).isEqualTo("Prüfperson lead");
        assertThat(added.get("measureId").asText()).isEqualTo(measure.toString());
        var seen = platform.get(api("/measures/" + measure), lead);
        assertThat(seen.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(JSON.readTree(seen.body()).get("light").asText()).isEqualTo("yellow");
        assertThat(total().get("yellow").asInt()).isEqualTo(1);
    }

    @Test
    void wantsTheVersionThatWasRead() throws Exception {
        assertThat(assess(measure, null, light("green", null, "")).statusCode()).isEqualTo(428);
        assertThat(assess(measure, "*", light("green", null, "")).statusCode()).isEqualTo(412);
        assertThat(assess(measure, "\"7\"", light("green", null, "")).statusCode())
                .isEqualTo(412);
        assertThat(assess(measure, "\"0\"", light("green", null, "")).statusCode())
                .isEqualTo(201);
        assertThat(assess(measure, "\"0\"", light("red", null, "zu spät")).statusCode())
                .isEqualTo(412);
        assertThat(history()).containsExactly("green");
    }

    @Test
    void letsALightGetWorseAndKeepsWhatWasBefore() throws Exception {
        assess(measure, "\"0\"", light("green", null, "fertig"));
        assess(measure, "\"1\"", light("red", "no_capacity", ""));
        assess(measure, "\"2\"", light("grey", null, ""));

        assertThat(history()).containsExactly("grey", "red", "green");
        var first = platform.get(history("?page=2&size=1"), lead);
        assertThat(first.body()).contains("\"green\"").doesNotContain("\"red\"");
        assertThat(first.headers().firstValue("Link").orElse("")).contains("rel=\"prev\"", "rel=\"first\"");
    }

    @Test
    void keepsOutOfTheNumbersWhatDoesNotCount() throws Exception {
        JsonNode before = total();
        assertThat(before.get("counted").asInt()).isEqualTo(1);
        assertThat(before.get("notCounted").asInt()).isEqualTo(1);
        assertThat(before.get("red").asInt()).isZero();

        var changed = send("PUT", "/measures/" + measure + "/evaluation", "\"0\"", "{\"counted\":false}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        JsonNode after = total();
        assertThat(after.get("counted").asInt()).isZero();
        assertThat(after.get("notCounted").asInt()).isEqualTo(2);
        assertThat(after.get("percent").isNull()).as("0 of 0 has no per cents").isTrue();
    }

    @Test
    void answersAnEmptyAmpelWhereThereIsNoConcept() throws Exception {
        Workspace empty = platform.county();

        var answer = platform.get("/api/v1/" + empty.slug() + "/ampel", platform.token(empty, Roles.READER));

        JsonNode ampel = JSON.readTree(answer.body());
        assertThat(ampel.get("title").isNull()).isTrue();
        assertThat(ampel.get("sections")).isEmpty();
        assertThat(ampel.at("/total/lights/percent").isNull()).isTrue();
    }

    @Test
    void showsOnlyThePartThatIsAskedFor() throws Exception {
        assertThat(platform.get(api("/ampel?section=" + section), lead).body()).contains("Sprache");
        assertThat(platform.get(api("/ampel?kind=other"), lead).body()).doesNotContain("Sprache");
        assertThat(platform.get(api("/ampel?section=" + UUID.randomUUID()), lead)
                        .statusCode())
                .isEqualTo(404);
        assertThat(platform.get(api("/ampel?section=7"), lead).statusCode()).isEqualTo(400);
        assertThat(platform.get(api("/ampel?kind=feld"), lead).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"admin,403", "lead,201", "editor,403", "member,403", "reader,403"})
    void letsOnlyTheLeadAssessWhatNobodyIsAssigned(String role, int status) throws Exception {
        String token = platform.token(county, role);

        assertThat(assess(token, api(path(measure)), "\"0\"", light("green", null, ""))
                        .statusCode())
                .isEqualTo(status);
        assertThat(platform.get(api(path(measure)), token).statusCode()).isEqualTo(200);
        assertThat(platform.get(api("/ampel"), token).statusCode()).isEqualTo(200);
    }

    @Test
    void asksForASignIn() throws Exception {
        assertThat(platform.send(platform.request(api("/ampel"))).statusCode()).isEqualTo(401);
        assertThat(platform.send(platform.request(api(path(measure)))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void knowsNothingOfAnotherCounty() throws Exception {
        Workspace other = platform.county();
        String stranger = platform.token(other, Roles.LEAD);
        String there = "/api/v1/" + other.slug() + path(measure);

        assertThat(assess(stranger, there, "\"0\"", light("green", null, "")).statusCode())
                .isEqualTo(404);
        assertThat(platform.get(there, stranger).statusCode()).isEqualTo(404);
        assertThat(assess(stranger, api(path(measure)), "\"0\"", light("green", null, ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(platform.get(api("/ampel"), stranger).statusCode()).isEqualTo(404);
        assertThat(history()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                | 422",
                "{\"light\":null}                                                  | 422",
                "{\"light\":\"blau\"}                                              | 422",
                "{\"light\":\"GREEN\"}                                             | 422",
                "{\"light\":\"yellow\"}                                            | 422",
                "{\"light\":\"yellow\",\"justification\":\"   \"}                  | 422",
                "{\"light\":\"red\"}                                               | 422",
                "{\"light\":\"red\",\"reason\":\"weil\"}                           | 422",
                "{\"light\":\"green\",\"reason\":\"no_demand\"}                    | 422",
                "{\"light\":\"green\",\"justification\":\"a\\u0000b\"}             | 400",
                "{\"light\":\"green\",\"unbekannt\":1}                             | 400",
                "{\"light\":{}}                                                    | 400",
                "{\"light\":[\"green\",\"red\"]}                                   | 400",
                "[]                                                                | 400",
                "{\"light\":                                                       | 400",
                "grün                                                              | 400"
            })
    void refusesWhatCannotBeALight(String json, int status) throws Exception {
        var answer = assess(measure, "\"0\"", json);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        refusedInGerman(answer);
    }

    @Test
    void refusesAJustificationThatIsTooLong() throws Exception {
        var answer = assess(measure, "\"0\"", light("green", null, "x".repeat(20_001)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("20.000");
        refusedInGerman(answer);
        assertThat(assess(measure, "\"0\"", light("green", null, "x".repeat(20_000)))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void keepsMarkupAsWordsAndThePageShowsItAsWords() throws Exception {
        String markup = "<script>alert(1)</script><b onclick='x'>fett</b>";
        assess(measure, "\"0\"", light("green", null, markup));

        assertThat(JSON.readTree(platform.get(api(path(measure)), lead).body())
                        .get(0)
                        .get("justification")
                        .asText())
                .isEqualTo(markup);
        var page = platform.page(
                "/%s/massnahmen/%s/ampel".formatted(county.slug(), measure), platform.cookie(county, Roles.LEAD));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert", "<b onclick");
    }

    @Test
    void leavesATraceWithoutAnyWordsOfTheCounty() throws Exception {
        assess(measure, "\"0\"", light("red", "no_demand", "Vertrauliche Begründung"));

        var trail = platform.get(api("/protokoll"), platform.token(county, Roles.ADMIN));
        assertThat(trail.body())
                .contains("measure.assessed", measure.toString(), "grey -> red no_demand", "Prüfperson lead")
                .doesNotContain("Vertrauliche", "Kurse am Abend");
    }

    private void refusedInGerman(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "monitoring_assessment", "SELECT", county.schema());
        assertThat(JSON.readTree(answer.body()).get("detail").asText()).endsWith(".");
        assertThat(history()).isEmpty();
    }

    private JsonNode total() throws Exception {
        return JSON.readTree(platform.get(api("/ampel"), lead).body()).at("/total/lights");
    }

    private Iterable<String> history() throws Exception {
        JsonNode rows = JSON.readTree(platform.get(history(""), lead).body());
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get("light").asText())
                .toList();
    }

    private String history(String query) {
        return api(path(measure)) + query;
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + path;
    }

    private static String path(UUID measure) {
        return "/measures/" + measure + "/assessments";
    }

    private static String light(String light, @Nullable String reason, String justification) {
        var json = JSON.createObjectNode().put("light", light).put("justification", justification);
        return (reason == null ? json : json.put("reason", reason)).toString();
    }

    private HttpResponse<String> assess(UUID id, @Nullable String version, String json) throws Exception {
        return assess(lead, api(path(id)), version, json);
    }

    private HttpResponse<String> assess(String token, String path, @Nullable String version, String json)
            throws Exception {
        return send(token, "POST", path, version, json);
    }

    private HttpResponse<String> send(String method, String path, String version, String json) throws Exception {
        return send(lead, method, api(path), version, json);
    }

    private HttpResponse<String> send(String token, String method, String path, @Nullable String version, String json)
            throws Exception {
        var request = platform.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        return platform.send(version == null ? request : request.header("If-Match", version));
    }
}
