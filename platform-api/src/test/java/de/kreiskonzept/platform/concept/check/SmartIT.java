package de.kreiskonzept.platform.concept.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People judge a goal, on the page and by REST. */
@ExtendWith(PlatformUnderTest.Given.class)
class SmartIT {
    private static final Map<String, String> ALL_OPEN = Map.of(
            "specific",
            "open",
            "measurable",
            "open",
            "accepted",
            "open",
            "realistic",
            "open",
            "timed",
            "open",
            "influenceable",
            "open");

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID goal;
    private String version;

    SmartIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aGoal() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            UUID section = concept.section(null, "field_of_action", "Sprache");
            goal = concept.goal(section, null, "goal", "Mehr Kurse");
            concept.measure(section, "Kurse am Abend", "green", true, goal);
            version = concept.version().toString();
        }
    }

    @Test
    void keepsWhoSaidWhatAndWhen() throws Exception {
        String lead = platform.token(county, Roles.LEAD);
        var judged = put(lead, "{\"specific\":\"yes\",\"influenceable\":\"no\"}", "\"0\"");
        assertThat(judged.statusCode()).isEqualTo(200);
        JsonNode smart = json(get(lead));
        assertThat(smart.at("/criteria/0/verdict").asText()).isEqualTo("yes");
        assertThat(smart.at("/criteria/0/judgedBy").asText()).isNotEmpty();
        assertThat(smart.at("/criteria/1/verdict").asText()).isEqualTo("open");
        assertThat(smart.at("/criteria/1").hasNonNull("judgedBy")).isFalse();
        assertThat(smart.at("/criteria/5/verdict").asText()).isEqualTo("no");
        String first = smart.at("/criteria/0/judgedAt").asText();

        String tag = get(lead).headers().firstValue("ETag").orElseThrow();
        assertThat(put(lead, "{\"specific\":\"yes\",\"measurable\":\"yes\"}", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(get(lead)).at("/criteria/0/judgedAt").asText())
                .as("who judged stays where nothing differs")
                .isEqualTo(first);
        assertThat(put(lead, "{\"specific\":\"no\"}", tag).statusCode()).isEqualTo(412);
        assertThat(put(lead, "{\"specific\":\"no\"}", null).statusCode()).isEqualTo(428);
    }

    @Test
    void judgesAGoalOfAnAdoptedVersion() throws Exception {
        String lead = platform.token(county, Roles.LEAD);
        String adopt = "{\"state\":\"adopted\",\"decidedOn\":\"2026-03-14\",\"decidedBy\":\"Kreistag\"}";
        String path = "/api/v1/" + county.slug() + "/versions/" + version;
        String tag = platform.get(path, lead).headers().firstValue("ETag").orElseThrow();
        assertThat(platform.send(platform.request(path + "/steps")
                                .header("Authorization", "Bearer " + lead)
                                .header("If-Match", tag)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(adopt)))
                        .statusCode())
                .isEqualTo(201);
        assertThat(put(lead, "{\"timed\":\"no\"}", "\"0\"").statusCode()).isEqualTo(200);
    }

    @Test
    void letsOnlyLeadAndItsEditorsJudge() throws Exception {
        String body = "{\"timed\":\"no\"}";
        assertThat(put(platform.token(county, Roles.READER), body, "\"0\"").statusCode())
                .isEqualTo(403);
        assertThat(put(platform.token(county, Roles.EDITOR), body, "\"0\"").body())
                .contains("not-assigned");
        assertThat(put(platform.token(county, Roles.LEAD), "{\"timed\":\"maybe\"}", "\"0\"")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void judgesOnThePageAndTellsWhenSomebodyWasFaster() throws Exception {
        String cookie = platform.cookie(county, Roles.LEAD);
        String page = "/" + county.slug() + "/konzept/ziele/" + goal + "/smart";
        assertThat(platform.page(page, cookie).body())
                .contains("Mehr Kurse", "Der Wortlaut nennt keine Zahl", "Urteil speichern");
        var fields = new java.util.HashMap<>(ALL_OPEN);
        fields.put("timed", "no");
        fields.put("version", "0");
        assertThat(platform.form(page, page, cookie, fields).statusCode()).isEqualTo(303);
        assertThat(platform.page(page, cookie).body()).contains("Terminiert", "Nein", "Uhr");
        fields.put("timed", "yes");
        var stale = platform.form(page, page, cookie, fields);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Jemand hat dieses Ziel inzwischen beurteilt");
        fields.put("timed", "vielleicht");
        var wrong = platform.form(page, page, cookie, fields);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#f-timed\"");
        assertThat(platform.page(page, platform.cookie(county, Roles.READER)).body())
                .doesNotContain("Urteil speichern");
    }

    private HttpResponse<String> get(String token) throws Exception {
        return platform.get("/api/v1/" + county.slug() + "/goals/" + goal + "/smart", token);
    }

    private HttpResponse<String> put(String token, String body, @Nullable String tag) throws Exception {
        var request = platform.request("/api/v1/" + county.slug() + "/goals/" + goal + "/smart")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
        return platform.send(tag == null ? request : request.header("If-Match", tag));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
