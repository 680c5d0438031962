package de.kreiskonzept.platform.monitoring.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.monitoring.stand.Stands;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One colour for many measures: by the rule of the county, or set by a person who says why. */
@ExtendWith(PlatformUnderTest.Given.class)
class AggregateIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID version;
    private UUID section;
    private UUID goal;
    private String lead;
    private String token;

    AggregateIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aGoalWithTwoGreenMeasuresAndARedOne() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            section = concept.section(null, "field_of_action", "Sprache");
            goal = concept.goal(section, null, "sub_goal", "Kurse");
            concept.measure(section, "Kurs am Abend", "green", true, goal);
            concept.measure(section, "Kurs am Morgen", "green", true, goal);
            concept.measure(section, "Kurs am Mittag", "red", true, goal);
            concept.measure(section, "Idee", "red", false, goal);
            concept.section(null, "field_of_action", "Leer");
        }
        lead = platform.cookie(county, Roles.LEAD);
        token = platform.token(county, Roles.LEAD);
    }

    @Test
    void coloursGoalSectionAndWholeByTheRuleOfTheCounty() throws Exception {
        assertThat(colours()).containsExactly("green", "green", "green", "grey");

        var wrong = form("/ampel/regel", Map.of("version", "0", "rule", "share", "green", "101", "red", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Geben Sie ganze Prozent von 1 bis 100 an.", "value=\"101\"");
        var worst = Map.of("version", "0", "rule", "worst", "green", "75", "red", "50", "assessed", "0");
        assertThat(form("/ampel/regel", worst).statusCode()).isEqualTo(303);
        assertThat(colours()).containsExactly("red", "red", "red", "grey");
        assertThat(page("/ampel")).contains("Die Gesamtfarbe ist die der schlechtesten bewerteten Maßnahme.");
        var late = form("/ampel/regel", worst);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("inzwischen von jemand anderem geändert");

        var share = "{\"rule\":\"share\",\"green\":67,\"red\":34,\"assessed\":0}";
        assertThat(put(share, "\"0\"").statusCode()).isEqualTo(412);
        var chosen = put(share, "\"1\"");
        assertThat(chosen.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(colours()).containsExactly("yellow", "yellow", "yellow", "grey");
        assertThat(put("{\"rule\":\"share\"}", "\"2\"").statusCode()).isEqualTo(422);
    }

    @Test
    void setsAColourWithAReasonBesideTheComputedOneAndTakesItBack() throws Exception {
        String place = "/ampel/gesamtfarbe/" + goal;
        var incomplete = form(place, Map.of("light", "yellow", "reason", " "));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("Schreiben Sie, warum eine andere Farbe gelten soll.");
        var set = Map.of("light", "yellow", "reason", "Der Kurs am Mittag <fehlt> vielen.");
        assertThat(form(place, set).statusCode()).isEqualTo(303);

        assertThat(page("/ampel"))
                .contains(
                        "gesetzt, berechnet: Grün",
                        "von Prüfperson lead am",
                        "Der Kurs am Mittag &lt;fehlt&gt; vielen.");
        assertThat(page(place)).contains("Prüfperson lead", "Wieder die berechnete Farbe nehmen");
        JsonNode seen = ampel().at("/sections/0/goals/0/aggregate");
        assertThat(seen.get("light").asText()).isEqualTo("yellow");
        assertThat(seen.get("computed").asText()).isEqualTo("green");
        assertThat(seen.at("/override/setBy").asText()).isEqualTo("Prüfperson lead");
        assertThat(ampel().at("/sections/0/aggregate/override").isNull()).isTrue();

        assertThat(form(place + "/berechnen", Map.of()).statusCode()).isEqualTo(303);
        assertThat(form(place + "/berechnen", Map.of()).statusCode()).isEqualTo(409);
        assertThat(page("/ampel")).doesNotContain("gesetzt, berechnet");
        assertThat(page(place)).contains("wieder berechnet", "Der Kurs am Mittag");
        assertThat(platform.get(api("/overrides"), token).body())
                .contains("\"light\":null", "\"light\":\"yellow\"", goal.toString());
    }

    @Test
    void setsTheColourOfTheWholeAndOfASectionByRest() throws Exception {
        assertThat(post("{\"place\":\"whole\",\"light\":\"red\",\"reason\":\"Kein Personal\"}"))
                .isEqualTo(201);
        assertThat(post("{\"place\":\"" + section + "\",\"light\":\"grey\",\"reason\":\"Umbau\"}"))
                .isEqualTo(201);
        assertThat(colours()).containsExactly("red", "grey", "green", "grey");
        assertThat(platform.page("/" + county.slug() + "/ampel?section=" + section, lead)
                        .body())
                .as("a selection is not the whole")
                .doesNotContain("Kein Personal")
                .contains("Umbau");

        assertThat(post("{\"place\":\"whole\"}")).isEqualTo(201);
        assertThat(post("{\"place\":\"whole\"}")).isEqualTo(409);
        assertThat(post("{\"place\":\"whole\",\"light\":\"red\"}")).isEqualTo(422);
        assertThat(post("{\"place\":\"whole\",\"light\":\"blau\",\"reason\":\"x\"}"))
                .isEqualTo(422);
        assertThat(post("{\"light\":\"red\",\"reason\":\"x\"}")).isEqualTo(422);
        assertThat(post("{\"place\":\"" + UUID.randomUUID() + "\",\"light\":\"red\",\"reason\":\"x\"}"))
                .isEqualTo(404);
    }

    @Test
    void belongsToTheLeadAndNothingIsEverChanged() throws Exception {
        String reader = platform.cookie(county, Roles.READER);
        String place = "/" + county.slug() + "/ampel/gesamtfarbe/gesamt";
        assertThat(platform.page(place, reader).body()).doesNotContain("name=\"reason\"");
        assertThat(platform.form(place, place, reader, Map.of("light", "red", "reason", "x"))
                        .statusCode())
                .isIn(303, 403);
        assertThat(platform.post(api("/overrides"), platform.token(county, Roles.EDITOR), "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(platform.page("/" + county.slug() + "/ampel/regel", reader).body())
                .contains("Mehrheit")
                .doesNotContain("name=\"rule\"");
        assertThat(colours()).containsExactly("green", "green", "green", "grey");

        assertThat(post("{\"place\":\"whole\",\"light\":\"red\",\"reason\":\"x\"}"))
                .isEqualTo(201);
        for (String change :
                List.of("UPDATE monitoring_override SET reason = 'y'", "DELETE FROM monitoring_override")) {
            assertThatThrownBy(() -> sql(change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void fixesColoursAndReasonsInAStand() throws Exception {
        post("{\"place\":\"" + goal + "\",\"light\":\"yellow\",\"reason\":\"Noch nicht überall\"}");
        String stand = stand();

        post("{\"place\":\"" + goal + "\"}");
        put("{\"rule\":\"worst\",\"green\":1,\"red\":1,\"assessed\":0}", "\"0\"");
        assertThat(colours()).containsExactly("red", "red", "red", "grey");

        JsonNode fixed = JSON.readTree(platform.get("/api/v1/" + county.slug() + "/stands/" + stand, token)
                        .body())
                .get("ampel");
        assertThat(colours(fixed)).containsExactly("green", "green", "yellow", "grey");
        assertThat(fixed.at("/rule/rule").asText()).isEqualTo("majority");
        assertThat(fixed.at("/sections/0/goals/0/aggregate/override/reason").asText())
                .isEqualTo("Noch nicht überall");
        assertThat(page("/ampel/staende/" + stand))
                .contains("gesetzt, berechnet: Grün", "Noch nicht überall")
                .doesNotContain("/ampel/gesamtfarbe/");
    }

    private String stand() throws Exception {
        UUID round = UUID.randomUUID();
        sql("INSERT INTO monitoring_round VALUES ('" + round + "', '" + version
                + "', 'Ampel', '2026-11-01', '2026-11-01', 'all', '', 'open', now(), NULL, 0, NULL, now(), now(), 0)");
        var day = LocalDate.of(2026, 11, 1);
        var now = Instant.parse("2026-11-01T10:00:00Z");
        var closed = new Round(
                round, version, "Ampel", day, day, false, "", RoundState.OPEN, now, null, 0, null, now, now, 0);
        return platform.in(
                county,
                () -> platform.bean(Stands.class)
                        .record(closed, Map.of(), now)
                        .id()
                        .toString());
    }

    private void sql(String statement) throws SQLException {
        try (var connection = ConceptSample.as(county)) {
            connection.createStatement().execute(statement);
        }
    }

    private JsonNode ampel() throws Exception {
        return JSON.readTree(
                platform.get("/api/v1/" + county.slug() + "/ampel", token).body());
    }

    /** Of the whole, the section, its goal, and the section without measures. */
    private List<String> colours() throws Exception {
        return colours(ampel());
    }

    private static List<String> colours(JsonNode ampel) {
        return List.of(
                ampel.at("/aggregate/light").asText(),
                ampel.at("/sections/0/aggregate/light").asText(),
                ampel.at("/sections/0/goals/0/aggregate/light").asText(),
                ampel.at("/sections/1/aggregate/light").asText());
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + "/ampel" + path;
    }

    private HttpResponse<String> put(String json, String version) throws Exception {
        return platform.send(platform.request(api("/rule"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private int post(String json) throws Exception {
        return platform.post(api("/overrides"), token, json).statusCode();
    }

    private String page(String path) throws Exception {
        var answer = platform.page("/" + county.slug() + path, lead);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
        String page = "/" + county.slug() + path.replace("/berechnen", "");
        return platform.form(page, "/" + county.slug() + path, lead, fields);
    }
}
