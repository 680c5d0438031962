package de.kreiskonzept.platform.meeting;

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

/** Meetings and agendas as programs work with them. */
@ExtendWith(PlatformUnderTest.Given.class)
class MeetingApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEETING =
            "{'day': '2099-07-20', 'begin': '18:00', 'end': '20:00', 'location': 'Saal 1', 'inviteDays': 14}";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String api;
    private String lead;
    private String meetings;

    MeetingApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCommittee() throws Exception {
        county = platform.county();
        api = "/api/v1/" + county.slug();
        lead = platform.token(county, Roles.LEAD);
        String group =
                id(send("POST", "/committees", "{'name': 'Beirat', 'kind': 'network', 'founded': '2020-01-01'}"));
        meetings = "/committees/" + group + "/meetings";
    }

    @Test
    void plansAMeetingWithAnAgenda() throws Exception {
        String meeting = "/meetings/" + id(send("POST", meetings, MEETING));
        String top = id(send("POST", meeting + "/items", "{'title': 'Konzept'}"));
        id(send("POST", meeting + "/items", "{'title': 'Sprache', 'parentId': '%s'}".formatted(top)));
        String closed =
                id(send("POST", meeting + "/items", "{'title': 'Personal', 'isPublic': false, 'number': 'N 1'}"));
        assertThat(send("POST", meeting + "/items/" + closed + "/move", "{'direction': 'up'}", "\"3\"")
                        .statusCode())
                .isEqualTo(204);
        assertThat(send("POST", meeting + "/items/" + closed + "/move", "{'direction': 'up'}", "\"3\"")
                        .statusCode())
                .isEqualTo(412);

        JsonNode read = read(meeting, lead);
        assertThat(read.at("/begin").asText()).isEqualTo("2099-07-20T18:00:00+02:00");
        assertThat(read.at("/inviteBy").asText()).isEqualTo("2099-07-06");
        assertThat(read.at("/agendaVersion").asInt()).isEqualTo(4);
        JsonNode items = read(meeting + "/items", lead);
        assertThat(items.findValuesAsText("number")).containsExactly("N 1", "2", "2.1");
        assertThat(items.findValues("notes")).allMatch(JsonNode::isTextual);
        JsonNode open = read(meeting + "/items", platform.token(county, Roles.READER));
        assertThat(open.findValuesAsText("number")).containsExactly("1", "1.1");
        assertThat(open.findValues("notes")).allMatch(JsonNode::isNull);
        assertThat(platform.get(api + meeting + "/items/" + closed, platform.token(county, Roles.READER))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatIsWrongStaleOrNotReady() throws Exception {
        assertThat(send("POST", meetings, MEETING.replace("2099-07-20", "2024-07-20"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("POST", meetings, MEETING.replace("2099-07-20", "2099-02-31"))
                        .statusCode())
                .isEqualTo(400);
        String meeting = "/meetings/" + id(send("POST", meetings, MEETING));
        assertThat(send("PUT", meeting, MEETING, "\"7\"").statusCode()).isEqualTo(412);
        assertThat(send("PUT", meeting, MEETING.replace("Saal 1", "Saal 2"), "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("PUT", meeting + "/state", "{'state': 'held'}", "\"1\"").body())
                .contains("Die Tagesordnung ist noch leer.");
        assertThat(send("PUT", meeting + "/state", "{'state': 'invited'}", "\"1\"")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("PUT", meeting + "/state", "{'state': 'cancelled'}", "\"1\"")
                        .statusCode())
                .isEqualTo(409);
        assertThat(send("PUT", meeting + "/state", "{'state': 'cancelled', 'reason': 'Ferien'}", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", meeting + "/items", "{'title': 'Zu spät'}").statusCode())
                .isEqualTo(409);
        assertThat(read("/meetings?span=alle", lead)).hasSize(1);
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

    private HttpResponse<String> send(String method, String path, String json, String... version) throws Exception {
        HttpRequest.Builder request = platform.request(api + path)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')));
        if (version.length > 0) {
            request.header("If-Match", version[0]);
        }
        return platform.send(request);
    }
}
