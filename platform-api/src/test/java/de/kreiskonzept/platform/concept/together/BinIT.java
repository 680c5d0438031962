package de.kreiskonzept.platform.concept.together;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bin from the deletion to the return, or to the end. */
@ExtendWith(PlatformUnderTest.Given.class)
class BinIT {
    private static final String CANARY = "Kanarienvogel";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private UUID version;
    private UUID section;
    private UUID goal;
    private UUID measure;

    BinIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        try (var sample = new ConceptSample(county)) {
            version = sample.version();
            section = sample.section(null, "field_of_action", "Sprache " + CANARY);
            goal = sample.goal(section, null, "sub_goal", "Kurse " + CANARY);
            measure = sample.measure(section, "Ein Kurs " + CANARY, "green", true, goal);
        }
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void saysWhatWasDeletedWhereAndByWhom() throws Exception {
        delete("goals/" + goal);
        JsonNode entry = bin(lead).get(0);
        assertThat(entry.get("id").asText()).isEqualTo(goal.toString());
        assertThat(entry.get("kind").asText()).isEqualTo("goal");
        assertThat(entry.get("where").get(0).asText()).startsWith("Sprache");
        assertThat(entry.get("deletedBy").asText()).startsWith("Prüfperson");
        assertThat(entry.get("restoreFirst").isNull()).isTrue();
        String page = page("papierkorb");
        assertThat(page).contains("Kurse " + CANARY, "/ziele/" + goal + "/wiederherstellen", "Bleibt bis");
    }

    @Test
    void bringsAWholeSectionBackWithItsLights() throws Exception {
        delete("sections/" + section);
        assertThat(bin(lead)).hasSize(1);
        assertThat(restore("sections/" + section).statusCode()).isEqualTo(200);
        assertThat(bin(lead)).isEmpty();
        assertThat(json("measures/" + measure).get("light").asText()).isEqualTo("green");
        assertThat(json("goals/" + goal).get("text").asText()).startsWith("Kurse");
    }

    @Test
    void saysWhatHasToComeBackFirst() throws Exception {
        delete("measures/" + measure);
        delete("goals/" + goal);
        delete("sections/" + section);
        JsonNode entries = bin(lead);
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0).get("restoreFirst").isNull()).isTrue();
        assertThat(entries.get(1).get("restoreFirst").asText()).isEqualTo(section.toString());
        assertThat(restore("goals/" + goal).statusCode()).isEqualTo(409);
        assertThat(page("papierkorb")).contains("href=\"#teil-" + section + "\"");
        restore("sections/" + section);
        assertThat(bin(lead).get(1).get("restoreFirst").asText())
                .as("the goal of the measure")
                .isEqualTo(goal.toString());
        restore("goals/" + goal);
        assertThat(restore("measures/" + measure).statusCode()).isEqualTo(200);
    }

    @Test
    void isShownNowhereElse() throws Exception {
        delete("sections/" + section);
        String api = "/api/v1/" + county.slug();
        for (String path : List.of(
                api + "/versions/" + version + "/sections",
                api + "/versions/" + version + "/measures",
                api + "/versions/" + version + "/texts",
                api + "/versions/" + version + "/checks",
                api + "/versions/" + version + "/questions/focus",
                api + "/versions/" + version + "/workbook",
                api + "/ampel")) {
            var answer = platform.get(path, lead);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain(CANARY);
        }
        for (String path : List.of("", "massnahmen", "pruefung", "auswertung", "fassungen")) {
            assertThat(page(path)).as(path).doesNotContain(CANARY);
        }
        assertThat(json("versions/" + version).get("measures").asInt()).isZero();
    }

    @Test
    void letsAnEditorSeeOnlyTheOwnPart() throws Exception {
        String editor = platform.token(county, Roles.EDITOR);
        delete("goals/" + goal);
        assertThat(bin(editor)).isEmpty();
        assign(section, editor);
        assertThat(bin(editor)).hasSize(1);
        delete("sections/" + section);
        assertThat(bin(editor)).as("sections are for the lead").hasSize(1);
    }

    @Test
    void keepsADeletedDraftTooAndBringsItBack() throws Exception {
        delete("measures/" + measure);
        delete("versions/" + version);
        assertThat(bin(lead).get(0).get("kind").asText()).isEqualTo("version");
        assertThat(bin(lead).get(1).get("restoreFirst").asText()).isEqualTo(version.toString());
        assertThat(page("papierkorb")).contains("/fassung/" + version + "/wiederherstellen");
        assertThat(restore("versions/" + version).statusCode()).isEqualTo(200);
        assertThat(json("goals/" + goal).get("text").asText()).startsWith("Kurse");
    }

    @Test
    void deletesForGoodAfterThirtyDaysAndNotBefore() throws Exception {
        assess();
        delete("sections/" + section);
        clearAfter(Duration.ofDays(29));
        assertThat(count("concept_measure")).isEqualTo(1);
        clearAfter(Duration.ofDays(2));
        for (String table : List.of(
                "concept_section",
                "concept_goal",
                "concept_measure",
                "concept_goal_measure",
                "concept_bin",
                "concept_field_change",
                "monitoring_light",
                "monitoring_assessment")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(count("concept_version")).isEqualTo(1);
    }

    @Test
    void deletesAForgottenDraftForGoodWithAllInIt() throws Exception {
        delete("goals/" + goal);
        delete("versions/" + version);
        clearAfter(Duration.ofDays(31));
        assertThat(count("concept_version")).isZero();
        assertThat(count("concept_bin")).isZero();
        assertThat(count("concept_section")).isZero();
    }

    @Test
    void isEmptiedBeforeAVersionIsFrozen() throws Exception {
        delete("goals/" + goal);
        var step = platform.send(platform.request(api("versions/" + version + "/steps"))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header(
                        "If-Match",
                        "\"" + json("versions/" + version).get("version").asLong() + "\"")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"state":"adopted","decidedBy":"Kreistag","decidedOn":"2026-01-31","resolution":"1/2026"}""")));
        assertThat(step.statusCode()).as(step.body()).isBetween(200, 299);
        assertThat(bin(lead)).isEmpty();
        assertThat(count("concept_goal")).isZero();
        assertThat(count("concept_section WHERE frozen")).isEqualTo(1);
    }

    /** Whatever names a part of the concept must go with it, or nothing could be deleted for good. */
    @Test
    void findsNoTableThatHoldsAPartBack() throws Exception {
        var holding = new ArrayList<String>();
        try (var connection = ConceptSample.as(county);
                var rows = connection.createStatement().executeQuery("""
                        SELECT conrelid::regclass || ' ' || conname FROM pg_constraint
                        WHERE contype = 'f' AND confdeltype NOT IN ('c', 'n') AND connamespace = current_schema()::regnamespace
                          AND confrelid IN ('concept_section'::regclass, 'concept_goal'::regclass,
                            'concept_measure'::regclass, 'concept_text_block'::regclass, 'concept_version'::regclass)""")) {
            while (rows.next()) {
                holding.add(rows.getString(1));
            }
        }
        assertThat(holding).containsExactly("concept_version concept_version_based_on_fkey");
    }

    private void clearAfter(Duration time) throws Exception {
        platform.bean(MovableClock.class).advance(time);
        platform.job(county, "clear bins and drafts", () -> {
            platform.bean(Bin.class).clear();
            return true;
        });
    }

    private void assess() throws Exception {
        var answer = platform.send(platform.request(api("measures/" + measure + "/assessments"))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header(
                        "If-Match",
                        "\"" + json("measures/" + measure).get("version").asLong() + "\"")
                .POST(HttpRequest.BodyPublishers.ofString("{\"light\":\"yellow\",\"justification\":\"läuft\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(count("monitoring_assessment")).isEqualTo(1);
    }

    private void assign(UUID part, String token) throws Exception {
        String account = new ObjectMapper()
                .readTree(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                .get("sub")
                .asText();
        var answer = platform.send(platform.request(api("sections/" + part + "/editors/" + account))
                .header("Authorization", "Bearer " + lead)
                .PUT(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private void delete(String path) throws Exception {
        String row = json(path).get("version").asText();
        var answer = platform.send(platform.request(api(path))
                .header("Authorization", "Bearer " + lead)
                .header("If-Match", "\"" + row + "\"")
                .DELETE());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private HttpResponse<String> restore(String path) throws Exception {
        return platform.post(api(path + "/restore"), lead, "");
    }

    private JsonNode bin(String token) throws Exception {
        return new ObjectMapper().readTree(platform.get(api("bin"), token).body());
    }

    private JsonNode json(String path) throws Exception {
        var answer = platform.get(api(path), lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private String page(String path) throws Exception {
        var answer = platform.page(
                "/" + county.slug() + "/konzept" + (path.isEmpty() ? "" : "/" + path), "kk_session=" + lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private int count(String from) throws SQLException {
        try (var connection = ConceptSample.as(county);
                var result = connection.createStatement().executeQuery("SELECT count(*) FROM " + from)) {
            result.next();
            return result.getInt(1);
        }
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + "/" + path;
    }
}
