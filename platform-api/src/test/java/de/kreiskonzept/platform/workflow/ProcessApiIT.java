package de.kreiskonzept.platform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs do with processes. */
@ExtendWith(PlatformUnderTest.Given.class)
class ProcessApiIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;

    ProcessApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void aProcessIsBegunMovedAndDeleted() throws Exception {
        JsonNode begun = begun();
        String path = "/processes/" + begun.at("/process/id").asText();
        assertThat(begun.at("/steps/0/from").asText()).isEqualTo("03/2027");
        assertThat(begun.get("steps")).hasSize(9);

        var moved = call("PUT", path, "{\"title\":\"Neu\",\"begin\":\"05/2027\"}", "\"0\"");
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(json(moved).at("/steps/0/from").asText()).isEqualTo("05/2027");
        assertThat(call("PUT", path, "{\"title\":\"Alt\",\"begin\":\"05/2027\"}", "\"0\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(call("DELETE", path, "", "\"1\"").statusCode()).isEqualTo(204);
        assertThat(platform.get("/api/v1/" + county.slug() + path, lead).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStepIsAddedChangedAndDeleted() throws Exception {
        JsonNode begun = begun();
        String steps = "/processes/" + begun.at("/process/id").asText() + "/steps";
        String parent = begun.at("/steps/1/id").asText();

        var created = call("POST", steps, "{\"title\":\"Einladen\",\"parentId\":\"" + parent + "\"}", "");
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode step = json(created);
        assertThat(step.get("number").asText()).isEqualTo("2.1");
        String path = steps + "/" + step.get("id").asText();

        var done = call("PUT", path, "{\"title\":\"Einladen\",\"state\":\"done\",\"until\":\"29.02.2028\"}", "\"0\"");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(json(done).get("number").asText()).isEqualTo("10");
        assertThat(json(done).get("until").asText()).isEqualTo("29.02.2028");
        assertThat(call("DELETE", path, "", "\"1\"").statusCode()).isEqualTo(204);
    }

    @Test
    void aTemplateOfTheCountyIsWrittenAndBeginsAProcess() throws Exception {
        String own = "{\"title\":\"Unser Weg\",\"content\":\"steps:\\n  - {title: Auftrag, from: 1}\"}";
        var broken = call("POST", "/process-templates", own.replace("from: 1", "from: bald"), "");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("Zeile 2: Hier muss eine ganze Zahl stehen: bald");

        var created = call("POST", "/process-templates", own, "");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String id = json(created).get("id").asText();
        var begun =
                call("POST", "/processes", "{\"title\":\"K\",\"template\":\"" + id + "\",\"begin\":\"03/2027\"}", "");
        assertThat(json(begun).at("/steps/0/from").asText()).isEqualTo("03/2027");

        String path = "/process-templates/" + id;
        var renamed = call("PUT", path, own.replace("Unser Weg", "Neuer Name"), "\"0\"");
        assertThat(json(renamed).get("title").asText()).isEqualTo("Neuer Name");
        assertThat(call("PUT", path, own, "\"0\"").statusCode()).isEqualTo(412);
        assertThat(call("DELETE", path, "", "\"1\"").statusCode()).isEqualTo(204);
        assertThat(call("DELETE", path, "", "\"1\"").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhatIsShortLateAndCritical() throws Exception {
        var answer = call("POST", "/processes", "{\"title\":\"K\",\"template\":\"iq\",\"begin\":\"01/2020\"}", "");
        JsonNode begun = json(answer);

        assertThat(begun.at("/process/usualMonths").asInt()).isEqualTo(18);
        assertThat(begun.get("shorterThanUsual").asBoolean()).isFalse();
        assertThat(begun.at("/steps/0/late").asBoolean()).isTrue();
        assertThat(begun.at("/steps/0/critical").isNull()).isTrue();
        assertThat(begun.at("/steps/8/critical/end").asBoolean()).isTrue();

        String path = "/processes/" + begun.at("/process/id").asText();
        String last = path + "/steps/" + begun.at("/steps/8/id").asText();
        assertThat(call("PUT", last, "{\"title\":\"Beschluss\",\"from\":\"01/2020\",\"until\":\"02/2020\"}", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        JsonNode changed = json(platform.get("/api/v1/" + county.slug() + path, lead));
        assertThat(changed.get("shorterThanUsual").asBoolean()).isTrue();
        assertThat(changed.at("/steps/8/critical").isNull()).isTrue();
        assertThat(changed.at("/steps/7/critical/end").asBoolean()).isTrue();
    }

    @Test
    void saysInASentenceWhatIsWrong() throws Exception {
        var refused = call("POST", "/processes", "{\"title\":\"\",\"template\":\"x\",\"begin\":\"2027\"}", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.body()).contains("Wählen Sie eine Vorlage.");
    }

    @Test
    void onlyALeadChanges() throws Exception {
        String process = begun().at("/process/id").asText();
        String reader = platform.token(county, Roles.READER);

        assertThat(platform.get("/api/v1/" + county.slug() + "/processes/" + process, reader)
                        .statusCode())
                .isEqualTo(200);
        assertThat(platform.post("/api/v1/" + county.slug() + "/processes", reader, "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    private JsonNode begun() throws Exception {
        var answer = call("POST", "/processes", "{\"title\":\"K\",\"template\":\"iq\",\"begin\":\"03/2027\"}", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private HttpResponse<String> call(String method, String path, String json, String tag) throws Exception {
        var request = platform.request("/api/v1/" + county.slug() + path)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        return platform.send(tag.isEmpty() ? request : request.header("If-Match", tag));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
