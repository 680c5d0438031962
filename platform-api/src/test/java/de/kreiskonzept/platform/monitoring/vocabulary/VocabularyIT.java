package de.kreiskonzept.platform.monitoring.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The names of a county for the states of its measures, from the page where they are set to the Stand that keeps them. */
@ExtendWith(PlatformUnderTest.Given.class)
class VocabularyIT {
    private static final String NAMES = """
            {"statuses": [
              {"name": "umgesetzt", "light": "green", "scope": "all", "legend": "ist fertig"},
              {"name": "Regelbetrieb", "light": "green", "scope": "permanent_task", "legend": ""},
              {"name": "in Arbeit", "light": "yellow", "scope": "all", "legend": ""},
              {"name": "ruht", "light": "red", "scope": "all", "legend": ""},
              {"name": "offen", "light": "grey", "scope": "all", "legend": ""}]}""";

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID version;
    private UUID measure;
    private String lead;
    private String token;

    VocabularyIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aMeasure() throws Exception {
        county = platform.county();
        token = platform.token(county, Roles.LEAD);
        lead = "kk_session=" + token;
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            measure = concept.measure(concept.section(null, "other", "Sprache"), "Kurse", "yellow", true);
        }
    }

    @Test
    void isSetOnAPageThatSaysWhatIsWrong() throws Exception {
        String page = "/ampel/begriffe";
        assertThat(page(page)).contains("Weiterer Ampelstand", "value=\"Gelb\"", "in Planung oder in Arbeit");
        var fields = new HashMap<String, String>(Map.of("version", "0"));
        line(fields, 0, "2", "läuft", "yellow");
        line(fields, 1, "1", "fertig", "green");
        line(fields, 2, "3", "", "green");
        line(fields, 3, "3", "ruht", "red");
        var refused = form(page, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("muss jede der vier Farben wählbar sein", "value=\"fertig\"");
        line(fields, 2, "4", "offen", "grey");
        assertThat(form(page, fields).statusCode()).isEqualTo(303);

        assertThat(page(page).indexOf("fertig")).isLessThan(page(page).indexOf("läuft"));
        assertThat(page("/massnahmen/" + measure + "/ampel")).contains("value=\"fertig\"", "value=\"offen\"");
        assertThat(page("/ampel")).contains("fertig: gut so").doesNotContain("verwirklicht oder durchgeführt");
        assertThat(form(page, fields).statusCode()).as("of an older version").isEqualTo(409);
        assertThat(platform.page("/" + county.slug() + page, platform.cookie(county, Roles.READER))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void neverRewritesWhatWasAssessed() throws Exception {
        String page = "/massnahmen/" + measure + "/ampel";
        assertThat(put(NAMES, "\"0\"").statusCode()).isEqualTo(200);
        assertThat(form(page, Map.of("version", "0", "light", "green")).statusCode())
                .as("a colour is no name")
                .isEqualTo(422);
        assertThat(form(page, Map.of("version", "0", "light", "Regelbetrieb")).statusCode())
                .isEqualTo(303);
        assertThat(page("/konzept/massnahmen/" + measure)).contains("Regelbetrieb");

        String later = NAMES.replace("Regelbetrieb", "dauerhaft")
                .replace("\"umgesetzt\", \"light\": \"green\"", "\"umgesetzt\", \"light\": \"red\"")
                .replace("\"permanent_task\"", "\"all\"");
        assertThat(put(later, "\"1\"").statusCode()).isEqualTo(200);
        assertThat(page(page)).contains("Regelbetrieb", "value=\"dauerhaft\"");
        assertThat(platform.get(api("/measures/" + measure + "/assessments"), token)
                        .body())
                .contains("\"status\":\"Regelbetrieb\"", "\"light\":\"green\"");
        assertThat(put("{\"statuses\":[]}", "\"2\"").statusCode()).isEqualTo(200);
        assertThat(page(page)).contains("Regelbetrieb", "value=\"green\"");
        assertThat(platform.get(api("/statuses"), token).body()).contains("\"statuses\":[]");
    }

    @Test
    void isSpokenByProgramsAndRefusedWhereItIsWrong() throws Exception {
        assertThat(put(NAMES, null).statusCode()).isEqualTo(428);
        assertThat(put(NAMES.replace("\"ruht\"", "\"Umgesetzt\""), "\"0\"").body())
                .contains("heißen gleich");
        assertThat(put(NAMES.replace("\"red\"", "\"blue\""), "\"0\"").statusCode())
                .isEqualTo(422);
        assertThat(put(NAMES, "\"0\"").statusCode()).isEqualTo(200);
        assertThat(put(NAMES, "\"0\"").statusCode()).isEqualTo(412);

        assertThat(assess("{\"status\":\"ruht\",\"light\":\"green\"}", 0)).isEqualTo(422);
        assertThat(assess("{\"status\":\"gibt es nicht\"}", 0)).isEqualTo(422);
        assertThat(assess("{\"status\":\"ruht\",\"reason\":\"no_demand\"}", 0)).isEqualTo(201);
        assertThat(assess("{\"light\":\"green\"}", 1)).as("without a name").isEqualTo(201);
    }

    @Test
    void isWhatABodyChoosesFromAndWhatTheRoundKeeps() throws Exception {
        put(NAMES, "\"0\"");
        UUID round = UUID.randomUUID();
        String link = link(round);
        String question = link + "/" + reply(round);
        assertThat(platform.page(question, "").body())
                .contains("value=\"umgesetzt\"", "value=\"Regelbetrieb\"", "value=\"same\"")
                .doesNotContain("value=\"offen\"", "value=\"green\"");
        var answer = Map.of("version", "0", "light", "umgesetzt", "justification", "");
        assertThat(platform.form(question, question, "", answer).statusCode()).isEqualTo(303);
        String answers = "/berichtsrunden/" + round + "/antworten";
        assertThat(page(answers)).contains("umgesetzt");
        assertThat(form(answers, answers + "/uebernehmen", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(page("/massnahmen/" + measure + "/ampel")).contains("umgesetzt", "gemeldet von Amt");

        var closed = platform.send(platform.request(api("/rounds/" + round + "/close"))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "\"0\"")
                .POST(HttpRequest.BodyPublishers.noBody()));
        String stand = closed.body().replaceAll(".*\"standId\":\"([^\"]+)\".*", "$1");
        put("{\"statuses\":[]}", "\"1\"");
        assertThat(page("/ampel/staende/" + stand)).contains("umgesetzt: ist fertig");
        assertThat(page("/ampel")).contains("verwirklicht oder durchgeführt");
    }

    private String link(UUID round) throws SQLException {
        String secret = "geheim-" + round;
        UUID asked = UUID.randomUUID();
        sql("INSERT INTO monitoring_round VALUES ('" + round + "', '" + version
                + "', 'Ampel', '2026-11-01', '2026-11-01', 'all', '', 'open', now(), NULL, 0, NULL, now(), now(), 0)");
        sql("INSERT INTO monitoring_asked VALUES ('" + asked + "', '" + round
                + "', NULL, 'Amt', '', true, NULL, NULL, now(), now(), 0)");
        sql("INSERT INTO monitoring_link VALUES ('" + UUID.randomUUID() + "', '" + asked + "', '\\x"
                + HexFormat.of().formatHex(Tickets.hash(secret)) + "', NULL, now(), now(), 0)");
        sql(
                "INSERT INTO monitoring_reply (id, asked_id, measure_id, position, state, words, nothing_new, author, question,"
                        + " created_at, modified_at, version) VALUES ('" + reply(round) + "', '" + asked + "', '"
                        + measure
                        + "', 0, 'open', '', false, '', '', now(), now(), 0)");
        return "/" + county.slug() + "/meldung/" + secret;
    }

    private static UUID reply(UUID round) {
        return new UUID(round.getMostSignificantBits(), 1);
    }

    private static void line(Map<String, String> fields, int number, String place, String name, String light) {
        fields.put("place-" + number, place);
        fields.put("name-" + number, name);
        fields.put("light-" + number, light);
        fields.put("scope-" + number, "all");
        fields.put("legend-" + number, "gut so");
    }

    private HttpResponse<String> put(String json, String etag) throws Exception {
        var request = platform.request(api("/statuses"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        return platform.send((etag == null ? request : request.header("If-Match", etag))
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private int assess(String json, int seen) throws Exception {
        return platform.send(platform.request(api("/measures/" + measure + "/assessments"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + seen + "\"")
                        .POST(HttpRequest.BodyPublishers.ofString(json)))
                .statusCode();
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + path;
    }

    private String page(String path) throws Exception {
        var answer = platform.page("/" + county.slug() + path, lead);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
        return form(path, path, fields);
    }

    private HttpResponse<String> form(String page, String action, Map<String, String> fields) throws Exception {
        return platform.form("/" + county.slug() + page, "/" + county.slug() + action, lead, fields);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = ConceptSample.as(county)) {
            connection.createStatement().execute(statement);
        }
    }
}
