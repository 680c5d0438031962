package de.kreiskonzept.platform.monitoring.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A round as a program goes through it, and what counts in it. */
@ExtendWith(PlatformUnderTest.Given.class)
class RoundApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlatformUnderTest platform;
    private final UUID round = UUID.randomUUID();
    private Workspace county;
    private UUID version;
    private UUID language;
    private UUID course;
    private UUID idea;
    private String lead;

    RoundApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anOpenRoundWithTwoBodiesThatBothAnsweredAboutOneMeasure() throws Exception {
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            language = concept.section(null, "field_of_action", "Sprache");
            course = concept.measure(language, "Kurse am Abend", "grey", true);
            idea = concept.measure(concept.section(null, "field_of_action", "Wohnen"), "Tausch", "yellow", true);
        }
        sql("INSERT INTO monitoring_round VALUES ('" + round + "', '" + version
                + "', 'Ampel', '2026-11-01', '2026-11-01', 'all', '', 'open', now(), NULL, 0, NULL, now(), now(), 0)");
        answered("Amt", course, "'yellow', NULL, 'läuft an', false");
        answered("Caritas", course, "'green', NULL, 'ist fertig', false");
        answered("Verein", idea, "'yellow', NULL, '', true");
    }

    private void answered(String body, UUID measure, String said) throws SQLException {
        UUID asked = UUID.randomUUID();
        sql("INSERT INTO monitoring_asked VALUES ('" + asked + "', '" + round + "', NULL, '" + body
                + "', '', true, NULL, NULL, now(), now(), 0)");
        sql(
                "INSERT INTO monitoring_reply (id, asked_id, measure_id, position, state, light, reason, words, nothing_new,"
                        + " author, question, replied_at, created_at, modified_at, version) VALUES ('"
                        + UUID.randomUUID()
                        + "', '" + asked + "', '" + measure + "', 0, 'given', " + said
                        + ", '', '', now(), now(), now(), 1)");
    }

    @Test
    void readsAcceptsAndCloses() throws Exception {
        JsonNode listed = read("/rounds");
        assertThat(listed.get(0).get("id").asText()).isEqualTo(round.toString());
        JsonNode whole = read("/rounds/" + round);
        assertThat(whole.get("bodies")).hasSize(3);
        assertThat(whole.at("/bodies/0/answered").asInt()).isEqualTo(1);
        assertThat(whole.get("standId").isNull()).isTrue();
        assertThat(read("/rounds/" + round + "/replies?state=open")).isEmpty();
        assertThat(platform.get(api("/rounds/" + round + "/replies?state=x"), lead)
                        .statusCode())
                .isEqualTo(400);

        String first =
                read("/rounds/" + round + "/replies?state=given").at("/0/id").asText();
        assertThat(post("/replies/" + first + "/accept", "{}", null).statusCode())
                .isEqualTo(428);
        assertThat(post("/replies/" + first + "/accept", "{}", "\"7\"").statusCode())
                .isEqualTo(412);
        assertThat(post("/replies/" + first + "/accept", "{\"light\":\"yellow\"}", "\"1\"")
                        .statusCode())
                .isEqualTo(422);
        var changed = post("/replies/" + first + "/accept", "{\"light\":\"red\",\"reason\":\"no_demand\"}", "\"1\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(post("/replies/" + first + "/accept", "{}", "\"2\"").statusCode())
                .isEqualTo(409);
        assertThat(lights()).isEqualTo("red by Amt");

        assertThat(post("/rounds/" + round + "/close", "", "\"9\"").statusCode())
                .isEqualTo(412);
        var closed = post("/rounds/" + round + "/close", "", "\"0\"");
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        assertThat(JSON.readTree(closed.body()).get("standId").asText()).hasSize(36);
        assertThat(post("/rounds/" + round + "/accept-all", "{}", null).statusCode())
                .isEqualTo(409);
    }

    @Test
    void acceptsTwoAnswersAboutOneMeasureAtOnceSoThatTheLaterHolds() throws Exception {
        var accepted = post("/rounds/" + round + "/accept-all", "{}", null);

        assertThat(accepted.body()).contains("\"accepted\":3");
        assertThat(lights()).isEqualTo("green by Caritas, yellow by Amt");
        assertThat(read("/measures/" + course).get("light").asText()).isEqualTo("green");
        assertThat(read("/measures/" + idea + "/assessments"))
                .as("nothing new is no assessment")
                .isEmpty();
        assertThat(read("/rounds/" + round + "/replies?state=given")).isEmpty();
        assertThat(post("/rounds/" + round + "/accept-all", "{}", null).body()).contains("\"accepted\":0");
    }

    @Test
    void belongsToTheLead() throws Exception {
        for (String role : List.of(Roles.ADMIN, Roles.EDITOR, Roles.READER)) {
            assertThat(platform.get(api("/rounds"), platform.token(county, role))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void saysWhichMeasuresCountInTheRoundAndFixesItInTheStand() throws Exception {
        String scope = "/berichtsrunden/" + round + "/auswertung";
        assertThat(page(scope)).contains("zählen 2 von 2 Maßnahmen", "Kurse am Abend", "Tausch");
        assertThat(page(scope + "?bereich=" + language))
                .contains("Kurse am Abend")
                .doesNotContain(">Tausch<");
        assertThat(page(scope + "?art=project")).contains("Keine Maßnahme");

        assertThat(form(scope, Map.of("version", "0", "step", "none", "bereich", language.toString()))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/" + county.slug() + scope + "?bereich=" + language + "&gespeichert=ja");
        assertThat(page(scope)).contains("zählen 1 von 2 Maßnahmen");
        assertThat(form(scope, Map.of("version", "0", "step", "all")).statusCode())
                .isEqualTo(412);
        assertThat(form(scope, Map.of("version", "1", "step", "ticked", "counted", course.toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("/berichtsrunden/" + round)).contains("In der Auswertung zählen 1 von 2 Maßnahmen.");
        assertThat(read("/ampel").at("/total/lights/counted").asInt())
                .as("the Ampel of today follows the open round")
                .isEqualTo(1);

        String stand = JSON.readTree(
                        post("/rounds/" + round + "/close", "", "\"2\"").body())
                .get("standId")
                .asText();
        JsonNode fixed = read("/stands/" + stand).get("ampel");
        assertThat(fixed.at("/total/lights/counted").asInt()).isEqualTo(1);
        assertThat(fixed.at("/total/lights/notCounted").asInt()).isEqualTo(1);
        assertThat(fixed.at("/sections/1/figures/lights/notCounted").asInt()).isEqualTo(1);
        assertThat(fixed.at("/sections/1/aggregate/light").asText()).isEqualTo("grey");
        assertThat(form(scope, Map.of("version", "3", "step", "all")).statusCode())
                .isEqualTo(409);
        assertThat(page(scope)).doesNotContain("type=\"checkbox\"");
    }

    /** The history of the measure, the latest first. */
    private String lights() throws Exception {
        var found = new StringBuilder();
        try (var connection = ConceptSample.as(county);
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT string_agg(light || ' by ' || on_behalf_of, ', ' ORDER BY assessed_at DESC)"
                                        + " FROM monitoring_assessment")) {
            rows.next();
            found.append(rows.getString(1));
        }
        return found.toString();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = ConceptSample.as(county)) {
            connection.createStatement().execute(statement);
        }
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + path;
    }

    private JsonNode read(String path) throws Exception {
        var answer = platform.get(api(path), lead);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String json, String version) throws Exception {
        HttpRequest.Builder request = platform.request(api(path)).header("Authorization", "Bearer " + lead);
        if (version != null) {
            request.header("If-Match", version);
        }
        return json.isEmpty()
                ? platform.send(request.POST(HttpRequest.BodyPublishers.noBody()))
                : platform.send(request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String page(String path) throws Exception {
        var answer = platform.page("/" + county.slug() + path, "kk_session=" + lead);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
        String page = "/" + county.slug() + path;
        return platform.form(page, page, "kk_session=" + lead, fields);
    }
}
