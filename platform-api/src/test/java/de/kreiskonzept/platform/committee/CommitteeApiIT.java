package de.kreiskonzept.platform.committee;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Committees, rules and terms as programs work with them. */
@ExtendWith(PlatformUnderTest.Given.class)
class CommitteeApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlatformUnderTest platform;
    private Workspace county;
    private String api;
    private String lead;

    CommitteeApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCounty() throws Exception {
        county = platform.county();
        api = "/api/v1/" + county.slug();
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void setsUpACommitteeWithASeatAndWhoHoldsIt() throws Exception {
        String board = id(
                post(
                        "/committees",
                        "{'name': 'Beirat', 'kind': 'advisory_board', 'founded': '2020-01-01', 'tasks': ['Beraten', 'Anregen']}"));
        String rule = id(
                post(
                        "/committees/" + board + "/seat-rules",
                        "{'name': 'Fraktionen', 'count': 'per_name', 'number': 2, 'setNames': 'Gelb\\nBlau; 01.07.2024', 'deputies': 1}"));
        String term = id(post(
                "/committees/" + board + "/terms",
                "{'ruleId': '%s', 'instance': 'Gelb', 'name': 'Eva Muster', 'from': '2020-01-01'}".formatted(rule)));
        id(post(
                "/committees/" + board + "/terms",
                "{'deputyOf': '%s', 'name': 'Adam Beispiel', 'from': '2020-01-01'}".formatted(term)));

        JsonNode now = read("/committees/" + board + "/composition?day=2024-07-01", lead);
        assertThat(now.at("/should/least").asInt()).isEqualTo(4);
        assertThat(now.at("/filled").asInt()).isEqualTo(1);
        assertThat(now.at("/groups/0/holders/0/name").asText()).isEqualTo("Eva Muster");
        assertThat(now.at("/groups/0/holders/0/deputies/0").asText()).isEqualTo("Adam Beispiel");
        assertThat(read("/committees/" + board + "/composition?day=2024-06-30", lead)
                        .at("/should/most")
                        .asInt())
                .isEqualTo(2);
        assertThat(read("/committees/" + board, lead).at("/tasks/1").asText()).isEqualTo("Anregen");
        assertThat(read("/committees/" + board + "/terms", lead)).hasSize(2);
        assertThat(read("/seat-rules/" + rule, lead).at("/rule/setNames").asText())
                .contains("Blau; 01.07.2024");
    }

    @Test
    void namesFormerMembersToTheLeadAlone() throws Exception {
        String board = id(post("/committees", "{'name': 'Beirat', 'kind': 'advisory_board', 'founded': '2020-01-01'}"));
        String rule = id(post("/committees/" + board + "/seat-rules", "{'name': 'Ehrenamt'}"));
        String term = id(post(
                "/committees/" + board + "/terms",
                "{'ruleId': '%s', 'name': 'Frieda Früher', 'from': '2020-01-01', 'until': '2020-12-31'}"
                        .formatted(rule)));
        String reader = platform.token(county, Roles.READER);
        assertThat(read("/terms/" + term, lead).at("/name").asText()).isEqualTo("Frieda Früher");
        assertThat(read("/terms/" + term, reader).at("/name").asText()).isEmpty();
        String person = read("/terms/" + term, lead).at("/personId").asText();
        assertThat(delete("/persons/" + person, "\"0\"").statusCode()).isEqualTo(204);
        assertThat(read("/terms/" + term, lead).at("/name").asText()).isEmpty();
    }

    @Test
    void refusesStaleVersionsCirclesAndWhatIsInUse() throws Exception {
        String one = id(post("/committees", "{'name': 'Eins', 'kind': 'network', 'founded': '2020-01-01'}"));
        String two = id(post("/committees", "{'name': 'Zwei', 'kind': 'network', 'reportsTo': '%s'}".formatted(one)));
        String turned = "{'name': 'Eins', 'kind': 'network', 'reportsTo': '%s'}".formatted(two);
        assertThat(put("/committees/" + one, turned, "\"0\"").statusCode()).isEqualTo(422);
        assertThat(delete("/committees/" + one, "\"0\"").statusCode()).isEqualTo(409);
        assertThat(put("/committees/" + two, "{'name': 'Zwei', 'kind': 'network'}", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(put("/committees/" + two, "{'name': 'Drei', 'kind': 'network'}", "\"0\"")
                        .statusCode())
                .isEqualTo(412);
        String delegates = "{'name': 'Entsandte', 'appointment': 'delegated', 'delegatedBy': '%s'}";
        id(post("/committees/" + one + "/seat-rules", delegates.formatted(two)));
        assertThat(post("/committees/" + two + "/seat-rules", delegates.formatted(one))
                        .statusCode())
                .isEqualTo(409);
        assertThat(delete("/committees/" + one, "\"0\"").statusCode()).isEqualTo(204);
    }

    private JsonNode read(String path, String token) throws Exception {
        HttpResponse<String> answer = platform.get(api + path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String id(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("id").asText();
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return platform.post(api + path, lead, json.replace('\'', '"'));
    }

    private HttpResponse<String> put(String path, String json, String version) throws Exception {
        return platform.send(platform.request(api + path)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    private HttpResponse<String> delete(String path, String version) throws Exception {
        return platform.send(platform.request(api + path)
                .header("Authorization", "Bearer " + lead)
                .header("If-Match", version)
                .DELETE());
    }
}
