package de.kreiskonzept.platform.onboarding;

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

/** The questions of the guided start and their answers, as programs read and change them. */
@ExtendWith(PlatformUnderTest.Given.class)
class QuestionApiIT {
    private static final String SHORT = """
            {"state": "decided", "notes": "mit der Kämmerei",
             "values": {"as_project": ["yes"], "begin": ["01/2027"], "end": ["01/2028"]},
             "evidence": {"link": "https://kreis.example/projekt"}}""";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String questions;
    private String lead;

    QuestionApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        county = platform.county();
        questions = "/api/v1/" + county.slug() + "/checklist/questions";
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void readsEveryQuestionAndReadingOpensNone() throws Exception {
        JsonNode all = json(platform.get(questions, platform.token(county, Roles.READER)));
        assertThat(all.size()).isGreaterThanOrEqualTo(10);
        assertThat(all.at("/0/key").asText()).isEqualTo("mandate");
        assertThat(all.at("/0/number").asInt()).isEqualTo(1);
        assertThat(all.at("/0/fields/0/kind").asText()).isEqualTo("choice");
        assertThat(all.at("/0/fields/0/options/informal").asText()).contains("formlose Bitte");

        JsonNode one = json(platform.get(questions + "/project", lead));
        assertThat(one.get("state").asText()).isEqualTo("unopened");
        assertThat(json(platform.get(questions + "/project", lead))
                        .get("version")
                        .asInt())
                .isZero();
        assertThat(platform.get(questions + "/nothing", lead).statusCode()).isEqualTo(404);
    }

    @Test
    void answersAQuestionInTheVersionThatWasReadAndWarns() throws Exception {
        var saved = put("project", lead, "\"0\"", SHORT);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).hasValue("\"1\"");
        JsonNode answer = json(saved);
        assertThat(answer.at("/values/begin/0").asText()).isEqualTo("01/2027");
        assertThat(answer.at("/evidence/link").asText()).isEqualTo("https://kreis.example/projekt");
        assertThat(answer.get("advice").toString()).contains("weniger als 18 Monate");
        assertThat(platform.page("/" + county.slug() + "/start/fragen/project", platform.cookie(county, Roles.LEAD))
                        .body())
                .contains("mit der Kämmerei", "value=\"01/2027\"");

        assertThat(put("project", lead, "\"0\"", SHORT).statusCode()).isEqualTo(412);
        assertThat(put("project", lead, "", SHORT).statusCode()).isEqualTo(428);
    }

    @Test
    void saysInASentenceWhatIsWrong() throws Exception {
        assertThat(put("project", lead, "\"0\"", "{}").body()).contains("Wählen Sie, wie weit die Frage ist.");
        assertThat(put("project", lead, "\"0\"", "{\"state\": \"decided\", \"values\": {\"begin\": [\"bald\"]}}")
                        .body())
                .contains("Feld „values.begin“");
        var unknown = put("project", lead, "\"0\"", "{\"state\": \"decided\", \"values\": {\"colour\": [\"red\"]}}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("Danach fragt diese Frage nicht: colour");
        var upload = put("project", lead, "\"0\"", "{\"state\": \"decided\", \"evidence\": {\"upload\": \"x\"}}");
        assertThat(upload.body()).contains("Danach fragt diese Frage nicht: upload");
        var empty = put("project", lead, "\"0\"", "{\"state\": \"decided\", \"values\": {\"begin\": [null]}}");
        assertThat(empty.statusCode()).isEqualTo(200);
    }

    @Test
    void anEditorAnswersOnlyWhatItLooksAfter() throws Exception {
        String editor = platform.token(county, Roles.EDITOR);
        assertThat(put("project", editor, "\"0\"", SHORT).statusCode()).isEqualTo(403);
        assertThat(put("project", platform.token(county, Roles.READER), "\"0\"", SHORT)
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> put(String question, String token, String tag, String json) throws Exception {
        var request = platform.request(questions + "/" + question)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("PUT", BodyPublishers.ofString(json));
        return platform.send(tag.isEmpty() ? request : request.header("If-Match", tag));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
