package de.kreiskonzept.platform.participation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conferences, suggestions and answers as programs send them. */
@ExtendWith(PlatformUnderTest.Given.class)
class ConferenceApiIT {
    private static final String CONFERENCE = """
            {"name": "Integrationskonferenz 2028", "day": "2028-02-29", "participants": ["Eva Muster", "Beirat"]}""";

    private final PlatformUnderTest platform;
    private final ObjectMapper json = new ObjectMapper();
    private Workspace county;
    private String base;
    private String lead;
    private UUID goal;

    ConferenceApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithAGoal() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            goal = concept.goal(
                    concept.section(null, "other", "Sprache"), null, "goal", "Kurse sind gut zu erreichen.");
        }
        base = "/api/v1/" + county.slug() + "/conferences";
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void holdWhatIsKnownOfAConference() throws Exception {
        String one = base + "/" + created();
        var read = send("GET", one, "", "");
        assertThat(read.headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(json.readTree(read.body()).at("/participants").toString()).isEqualTo("[\"Eva Muster\",\"Beirat\"]");
        assertThat(json.readTree(platform.get(one, platform.token(county, Roles.READER))
                                .body())
                        .at("/participants")
                        .isNull())
                .as("names are for the lead")
                .isTrue();
        assertThat(send("PUT", one, "", CONFERENCE).statusCode()).isEqualTo(428);
        assertThat(send("PUT", one, "\"0\"", "{\"name\": \"Neu\", \"day\": \"2028-02-30\"}")
                        .statusCode())
                .isEqualTo(422);
        var changed = send("PUT", one, "\"0\"", CONFERENCE.replace("2028-02-29", "2028-03-01"));
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(json.readTree(changed.body()).at("/day").asText()).isEqualTo("2028-03-01");
        assertThat(send("DELETE", one, "\"0\"", "").statusCode()).isEqualTo(412);
        assertThat(send("DELETE", one, "\"1\"", "").statusCode()).isEqualTo(204);
        assertThat(send("GET", one, "", "").statusCode()).isEqualTo(404);
    }

    @Test
    void answerWhatWasSuggestedToAGoal() throws Exception {
        String suggestions = base + "/" + created() + "/suggestions";
        String words = "{\"goalId\": \"" + goal + "\", \"text\": \"Mehr Kurse am Abend\", \"origin\": \"Tisch 3\"}";
        var added = send("POST", suggestions, "", words);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(json.readTree(added.body()).at("/goal").asText()).isEqualTo("Kurse sind gut zu erreichen.");
        assertThat(send(
                                "POST",
                                suggestions,
                                "",
                                words.replace(goal.toString(), UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("POST", suggestions, "", "{\"goalId\": \"x\", \"text\": \"y\"}")
                        .statusCode())
                .isEqualTo(422);

        String one = suggestions + "/" + json.readTree(added.body()).at("/id").asText();
        assertThat(send("PUT", one + "/answer", "\"0\"", "{\"decision\": \"refused\"}")
                        .statusCode())
                .as("a reason is missing")
                .isEqualTo(422);
        String taken = "{\"decision\": \"taken\", \"carriedOut\": true}";
        var answered = send("PUT", one + "/answer", "\"0\"", taken);
        assertThat(answered.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(send("PUT", one + "/answer", "\"0\"", taken).statusCode()).isEqualTo(412);
        JsonNode list = json.readTree(send("GET", suggestions, "", "").body());
        assertThat(list.at("/0/decision").asText()).isEqualTo("taken");
        assertThat(list.at("/0/carriedOut").asBoolean()).isTrue();
    }

    @Test
    void areChangedByTheLeadAndReadInTheirCountyOnly() throws Exception {
        String one = base + "/" + created();
        assertThat(platform.post(base, platform.token(county, Roles.EDITOR), CONFERENCE)
                        .statusCode())
                .isEqualTo(403);
        Workspace other = platform.county();
        String foreign = one.replace(county.slug(), other.slug());
        for (String path : new String[] {foreign, foreign + "/suggestions"}) {
            assertThat(platform.get(path, platform.token(other, Roles.LEAD)).statusCode())
                    .isEqualTo(404);
        }
    }

    private String created() throws Exception {
        var answer = send("POST", base, "", CONFERENCE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).at("/id").asText();
    }

    private HttpResponse<String> send(String method, String path, String tag, String body) throws Exception {
        var request = platform.request(path)
                .header("Authorization", "Bearer " + lead)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var tagged = tag.isEmpty() ? request : request.header("If-Match", tag);
        return platform.send(body.isEmpty() ? tagged : tagged.header("Content-Type", "application/json"));
    }
}
