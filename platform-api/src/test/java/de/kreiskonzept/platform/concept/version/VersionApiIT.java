package de.kreiskonzept.platform.concept.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A version from draft to adoption, its revision and what changed, as a program sees it. */
@ExtendWith(PlatformUnderTest.Given.class)
class VersionApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADOPT = """
            {"state":"adopted","decidedOn":"2026-03-14","decidedBy":"Kreistag","resolution":"2026/17"}""";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private String version;
    private UUID courses;

    VersionApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aDraftWithThreeMeasures() throws Exception {
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
        try (var concept = new ConceptSample(county)) {
            UUID section = concept.section(null, "field_of_action", "Sprache");
            UUID goal = concept.goal(section, null, "sub_goal", "Mehr Kurse");
            courses = concept.measure(section, "Kurse am Abend", "green", true, goal);
            concept.measure(section, "Kurse am Morgen", "red", true, goal);
            concept.measure(section, "Sprachcafé", "yellow", true);
            version = concept.version().toString();
        }
    }

    @Test
    void adoptsOnceAndThenRefusesEveryChangeOfTheText() throws Exception {
        assertThat(adopt(version).statusCode()).isEqualTo(201);
        JsonNode adopted = json(get("/versions/" + version));
        assertThat(adopted.get("state").asText()).isEqualTo("adopted");
        JsonNode step = json(get("/versions/" + version + "/steps")).get(1);
        assertThat(step.get("decidedOn").asText()).isEqualTo("2026-03-14");
        assertThat(step.get("decidedBy").asText()).isEqualTo("Kreistag");
        assertThat(step.get("resolution").asText()).isEqualTo("2026/17");

        var change = send("PUT", "/measures/" + courses, "{\"text\":\"Anders\"}", tag("/measures/" + courses));
        assertThat(change.statusCode()).isEqualTo(409);
        assertThat(change.body()).contains("version-frozen", "beschlossen");
        assertThat(send("DELETE", "/versions/" + version, "", tag("/versions/" + version))
                        .statusCode())
                .isEqualTo(409);
        assertThat(adopt(version).statusCode()).isEqualTo(409);
        assertThat(send("POST", "/versions/" + version + "/steps", "{\"state\":\"draft\"}", tag("/versions/" + version))
                        .body())
                .contains("beschlossen", "Entwurf", "kann nicht");
    }

    @Test
    void assessesAMeasureOfAnAdoptedVersion() throws Exception {
        adopt(version);
        String light = "{\"light\":\"yellow\",\"justification\":\"Weniger Kurse\"}";
        assertThat(send("POST", "/measures/" + courses + "/assessments", light, tag("/measures/" + courses))
                        .statusCode())
                .isEqualTo(201);
        assertThat(json(get("/measures/" + courses)).get("light").asText()).isEqualTo("yellow");
    }

    @Test
    void namesDayAndBodyOfAnAdoption() throws Exception {
        var refused =
                send("POST", "/versions/" + version + "/steps", "{\"state\":\"adopted\"}", tag("/versions/" + version));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Beschlossen am");
        assertThat(send(
                                "POST",
                                "/versions/" + version + "/steps",
                                "{\"state\":\"adopted\",\"decidedOn\":\"2999-01-01\",\"decidedBy\":\"Kreistag\"}",
                                tag("/versions/" + version))
                        .body())
                .contains("bis heute");
        assertThat(json(get("/versions/" + version)).get("state").asText()).isEqualTo("draft");
    }

    @Test
    void refusesAStepOfAVersionThatWasChangedInBetween() throws Exception {
        String seen = tag("/versions/" + version);
        send("POST", "/versions/" + version + "/steps", "{\"state\":\"preliminary\"}", seen);
        assertThat(send("POST", "/versions/" + version + "/steps", ADOPT, seen).statusCode())
                .isEqualTo(412);
        assertThat(send("POST", "/versions/" + version + "/steps", ADOPT, null).statusCode())
                .isEqualTo(428);
    }

    @Test
    void revisesAnAdoptedVersionAndTellsWhatChanged() throws Exception {
        adopt(version);
        String draft = revise("successor");
        assertThat(json(get("/versions/" + draft)).get("measures").asInt()).isEqualTo(3);
        assertThat(changes(draft)).containsOnly("unchanged");

        String copied = measure(draft, "Kurse am Abend");
        String text = "{\"text\":\"Kurse am späten Abend\"}";
        assertThat(send("PUT", "/measures/" + copied, text, tag("/measures/" + copied))
                        .statusCode())
                .isEqualTo(200);
        String gone = measure(draft, "Sprachcafé");
        send("DELETE", "/measures/" + gone, "", tag("/measures/" + gone));
        assertThat(changes(draft)).contains("renamed", "dropped", "unchanged").doesNotContain("added", "merged");

        assertThat(adopt(draft).statusCode()).isEqualTo(201);
        assertThat(json(get("/versions/" + version)).get("state").asText()).isEqualTo("superseded");
        assertThat(json(get("/measures/" + copied)).get("light").asText())
                .as("the light of the only predecessor holds on")
                .isEqualTo("green");
        assertThat(json(get("/measures/" + courses)).get("text").asText()).isEqualTo("Kurse am Abend");
    }

    @Test
    void letsASupplementHoldBesideTheVersionItSupplements() throws Exception {
        adopt(version);
        String supplement = revise("supplement");
        assertThat(json(get("/versions/" + supplement)).get("measures").asInt()).isZero();
        assertThat(adopt(supplement).statusCode()).isEqualTo(201);
        assertThat(json(get("/versions/" + version)).get("state").asText()).isEqualTo("adopted");
        assertThat(json(get("/versions/" + supplement)).get("state").asText()).isEqualTo("adopted");
    }

    @Test
    void keepsTheAmpelOnTheValidVersionWhileARevisionIsWritten() throws Exception {
        adopt(version);
        revise("successor");
        assertThat(json(get("/ampel")).at("/total/lights/green").asInt()).isEqualTo(1);
    }

    @Test
    void revisesNoDraftAndComparesNothingWithoutABase() throws Exception {
        var refused = send(
                "POST", "/versions/" + version + "/revisions", "{\"label\":\"2.0\",\"relation\":\"successor\"}", null);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("noch nicht beschlossen");
        assertThat(get("/versions/" + version + "/changes").statusCode()).isEqualTo(409);
    }

    @Test
    void letsOnlyTheLeadDecide() throws Exception {
        lead = platform.token(county, Roles.EDITOR);
        assertThat(adopt(version).statusCode()).isEqualTo(403);
        assertThat(send(
                                "POST",
                                "/versions/" + version + "/revisions",
                                "{\"label\":\"2.0\",\"relation\":\"successor\"}",
                                null)
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> adopt(String id) throws Exception {
        return send("POST", "/versions/" + id + "/steps", ADOPT, tag("/versions/" + id));
    }

    private String revise(String relation) throws Exception {
        var answer = send(
                "POST",
                "/versions/" + version + "/revisions",
                "{\"label\":\"2.0\",\"relation\":\"%s\"}".formatted(relation),
                null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("id").asText();
    }

    private List<String> changes(String id) throws Exception {
        return StreamSupport.stream(json(get("/versions/" + id + "/changes")).spliterator(), false)
                .map(change -> change.get("change").asText())
                .toList();
    }

    private String measure(String id, String text) throws Exception {
        return StreamSupport.stream(json(get("/versions/" + id + "/measures")).spliterator(), false)
                .filter(measure -> measure.get("text").asText().equals(text))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private String tag(String path) throws Exception {
        return get(path).headers().firstValue("ETag").orElse("\"0\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return platform.get(api(path), lead);
    }

    private HttpResponse<String> send(String method, String path, String body, String tag) throws Exception {
        var request = platform.request(api(path))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return platform.send(tag == null ? request : request.header("If-Match", tag));
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + path;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
