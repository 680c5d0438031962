package de.kreiskonzept.platform.participation.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Comment rounds, what was said in them and the answers, as programs read and change them. */
@ExtendWith(PlatformUnderTest.Given.class)
class CommentRoundApiIT {
    private static final String ROUND = "{\"name\": \"Kommentierung\", \"deadline\": \"2029-02-28\"}";

    private final PlatformUnderTest platform;
    private final ObjectMapper json = new ObjectMapper();
    private CommentSample sample;
    private String base;
    private String lead;

    CommentRoundApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aDraft() throws Exception {
        sample = new CommentSample(platform);
        base = "/api/v1/" + sample.county.slug() + "/comment-rounds";
        lead = platform.token(sample.county, Roles.LEAD);
    }

    @Test
    void prepareRounds() throws Exception {
        var created = send("POST", base, "", ROUND);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String one = base + "/" + json.readTree(created.body()).at("/id").asText();
        assertThat(send("PUT", one, "", ROUND).statusCode()).isEqualTo(428);
        assertThat(send("PUT", one, "\"0\"", "{\"name\": \"Neu\"}").statusCode())
                .as("no last day")
                .isEqualTo(422);
        var changed = send("PUT", one, "\"0\"", ROUND.replace("Kommentierung", "Neuer Name"));
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(json.readTree(send("GET", base, "", "").body()).at("/0/name").asText())
                .isEqualTo("Neuer Name");
        assertThat(send("DELETE", one, "\"0\"", "").statusCode()).isEqualTo(412);
        assertThat(send("DELETE", one, "\"1\"", "").statusCode()).isEqualTo(204);
        assertThat(platform.post(base, platform.token(sample.county, Roles.EDITOR), ROUND)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void moderateAndAnswerWhatWasSaid() throws Exception {
        String round = sample.opened();
        sample.say(sample.mailed(), "measure", "Kurse auf dem Land");
        String list = round.replace("/" + sample.county.slug() + "/beteiligung", base) + "/contributions";
        String reader = platform.token(sample.county, Roles.READER);
        assertThat(platform.get(list, reader).body()).isEqualTo("[]");
        JsonNode said = json.readTree(send("GET", list, "", "").body()).get(0);
        assertThat(said.at("/goalId").asText()).isEqualTo(sample.goal.toString());
        assertThat(said.at("/by").asText()).as("she did not agree").isEmpty();
        String one = list + "/" + said.at("/id").asText();
        assertThat(platform.get(one, reader).statusCode()).isEqualTo(404);
        assertThat(send("PUT", one + "/moderation", "\"0\"", "{\"moderation\": \"new\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("PUT", one + "/moderation", "\"0\"", "{\"moderation\": \"shown\"}")
                        .headers()
                        .firstValue("ETag"))
                .hasValue("\"1\"");
        assertThat(platform.get(one, reader).body()).contains("Kurse auf dem Land");
        assertThat(send("PUT", one + "/answer", "\"1\"", "{\"decision\": \"refused\"}")
                        .statusCode())
                .as("a reason is missing")
                .isEqualTo(422);
        assertThat(send("PUT", one + "/answer", "\"0\"", "{\"decision\": \"taken\"}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(send("PUT", one + "/answer", "\"1\"", "{\"decision\": \"taken\"}")
                        .body())
                .contains("\"taken\"");
        Workspace other = platform.county();
        String foreign = platform.token(other, Roles.LEAD);
        for (String path : List.of(list, one)) {
            assertThat(platform.get(path.replace(sample.county.slug(), other.slug()), foreign)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> send(String method, String path, String tag, String body) throws Exception {
        var request = platform.request(path)
                .header("Authorization", "Bearer " + lead)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var tagged = tag.isEmpty() ? request : request.header("If-Match", tag);
        return platform.send(body.isEmpty() ? tagged : tagged.header("Content-Type", "application/json"));
    }
}
