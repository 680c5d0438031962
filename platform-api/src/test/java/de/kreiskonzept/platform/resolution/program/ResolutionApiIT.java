package de.kreiskonzept.platform.resolution.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.resolution.PaperSite;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Papers, turns and decisions as programs work with them. */
@ExtendWith(PlatformUnderTest.Given.class)
class ResolutionApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlatformUnderTest platform;
    private PaperSite site;
    private String api;
    private String lead;
    private String council;

    ResolutionApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCouncil() throws Exception {
        site = new PaperSite(platform);
        api = "/api/v1/" + site.county.slug();
        lead = platform.token(site.county, Roles.LEAD);
        council = site.found("Kreistag", "county_council");
    }

    @Test
    void takesAPaperFromDraftToDecision() throws Exception {
        JsonNode paper = json(
                post("/papers", "{'kind': 'decision', 'versionId': '%s', 'number': '7'}".formatted(site.version)), 201);
        String path = "/papers/" + paper.at("/paper/id").asText();
        assertThat(paper.at("/paper/state").asText()).isEqualTo("draft");
        JsonNode part = paper.at("/parts/3");
        String changed = "{'heading': 'Weitere Schritte', 'text': 'Drucken.'}";
        assertThat(put(path + "/parts/" + part.get("id").asText(), changed, 0).statusCode())
                .isEqualTo(200);
        assertThat(put(path + "/parts/" + part.get("id").asText(), changed, 0).statusCode())
                .isEqualTo(412);
        json(put(path + "/points", "{'points': [{'text': 'Das Konzept gilt.'}]}", 0), 200);
        JsonNode turn = json(
                post(
                        path + "/consultations",
                        "{'committeeId': '%s', 'role': 'decision', 'publicity': 'public', 'authoritative': true}"
                                .formatted(council)),
                201);
        String at = path + "/consultations/" + turn.get("id").asText();
        String result =
                "{'result': 'majority', 'day': '2017-12-11', 'text': 'Angenommen.', 'ballot': {'yes': 43, 'no': 2}}";
        assertThat(send("POST", at + "/result", result, 0).statusCode()).isEqualTo(409);
        JsonNode sent = json(send("POST", path + "/submission", "", 1), 200);
        assertThat(sent.at("/attachments")).hasSize(2);
        assertThat(sent.at("/attachments/0/sha256").asText()).hasSize(64);
        assertThat(send("POST", at + "/result", result, 0).body()).contains("deciding-committee");
        site.send(site.base + "/beschlussgremium", Map.of("committee", council));
        JsonNode closed = json(send("POST", at + "/result", result, 0), 200);
        assertThat(json(platform.get(api + path, lead), 200).at("/paper/state").asText())
                .isEqualTo("approved");
        JsonNode decision =
                json(platform.get(api + "/decisions/" + closed.get("decisionId").asText(), lead), 200);
        assertThat(decision.at("/ballot/yes").asInt()).isEqualTo(43);
        assertThat(decision.at("/ballot/abstained").isMissingNode()
                        || decision.at("/ballot/abstained").isNull())
                .isTrue();
        assertThat(decision.get("outcome").asText()).isEqualTo("carried");
        assertThat(send("POST", path + "/editions", "", 3).statusCode()).isEqualTo(409);
    }

    @Test
    void keepsTheRegister() throws Exception {
        String body = "{'committeeId': '%s', 'day': '2017-12-11', 'result': 'unanimous', 'text': 'Ja.'%s}";
        assertThat(post("/decisions", body.formatted(council, ", 'ballot': {'no': 1}"))
                        .statusCode())
                .isEqualTo(422);
        String path = "/decisions/"
                + json(post("/decisions", body.formatted(council, "")), 201)
                        .get("id")
                        .asText();
        assertThat(send("PUT", path + "/measures/" + site.measure, "", 0).statusCode())
                .isEqualTo(204);
        JsonNode late = json(put(path, "{'state': 'in_progress', 'due': '2018-01-01'}", 0), 200);
        assertThat(late.get("overdue").asBoolean()).isTrue();
        assertThat(late.at("/measures/0").asText()).isEqualTo(site.measure.toString());
        assertThat(send("DELETE", path + "/measures/" + site.measure, "", 0).statusCode())
                .isEqualTo(204);
        assertThat(json(platform.get(api + "/decisions?state=overdue", lead), 200))
                .hasSize(1);
        String reader = platform.token(site.county, Roles.READER);
        assertThat(json(platform.get(api + "/decisions", reader), 200)).isEmpty();
        assertThat(platform.get(api + path, reader).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        assertThat(post("/papers", "{'kind': 'brief'}").statusCode()).isEqualTo(422);
        String path = "/papers/"
                + json(post("/papers", "{'kind': 'report', 'title': 'Bericht'}"), 201)
                        .at("/paper/id")
                        .asText();
        assertThat(put(path, "{'title': ''}", 0).statusCode()).isEqualTo(422);
        assertThat(json(put(path, "{'title': 'Neuer Bericht'}", 0), 200)
                        .at("/paper/title")
                        .asText())
                .isEqualTo("Neuer Bericht");
        assertThat(post(path + "/consultations", "{'role': 'information'}").statusCode())
                .isEqualTo(422);
        assertThat(put(path + "/points", "{'points': [{'text': ' '}]}", 1).statusCode())
                .isEqualTo(422);
        String member = platform.token(site.county, Roles.MEMBER);
        assertThat(platform.get(api + path, member).statusCode()).isEqualTo(404);
        assertThat(json(platform.get(api + "/papers", member), 200)).isEmpty();
        assertThat(json(platform.get(api + "/papers?kind=report", lead), 200)).hasSize(1);
        assertThat(send("DELETE", path, "", 1).statusCode()).isEqualTo(204);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return platform.post(api + path, lead, json.replace('\'', '"'));
    }

    private HttpResponse<String> put(String path, String json, long version) throws Exception {
        return send("PUT", path, json, version);
    }

    private HttpResponse<String> send(String method, String path, String json, long version) throws Exception {
        var request = platform.request(api + path)
                .header("Authorization", "Bearer " + lead)
                .header("If-Match", "\"" + version + "\"");
        return platform.send(
                json.isEmpty()
                        ? request.method(method, HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }
}
