package de.kreiskonzept.platform.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A meeting from its series to the approved minutes, by programs alone. */
@ExtendWith(PlatformUnderTest.Given.class)
class MeetingByProgramIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST = "'day': '2099-01-12', 'begin': '18:00', 'end': '20:00', 'location': 'Saal 1'";

    private final PlatformUnderTest platform;
    private MeetingSite site;
    private String committee;
    private String lead;
    private String member;

    MeetingByProgramIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCommitteeWithAMember() throws Exception {
        site = new MeetingSite(platform);
        committee = MeetingSite.id(site.found("Lenkungsgruppe", "quorum", "half"));
        lead = platform.token(site.county, Roles.LEAD);
        member = new Members(platform, site.county).of(committee);
    }

    @Test
    void plansASeriesOfMeetings() throws Exception {
        String series = "/committees/" + committee + "/meeting-series";
        JsonNode planned = json(
                send("POST", series, "{'meeting': {" + FIRST + "}, 'repeat': 'weeks', 'every': 2, 'times': 3}"), 201);
        assertThat(planned.at("/meetings").findValuesAsText("begin"))
                .containsExactly("2099-01-12T18:00:00+01:00", "2099-01-26T18:00:00+01:00", "2099-02-09T18:00:00+01:00");
        assertThat(planned.at("/meetings").findValuesAsText("seriesId").stream().distinct())
                .hasSize(1);
        assertThat(send("POST", series, "{'meeting': {" + FIRST + "}, 'repeat': 'weeks'}")
                        .body())
                .contains("Geben Sie einen letzten Tag oder eine Anzahl an.");
        assertThat(send("POST", series, "{'meeting': {" + FIRST + "}}").statusCode())
                .isEqualTo(422);
        assertThat(send("POST", series, "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void invitesOnceNothingIsMissing() throws Exception {
        String meeting = plan("2099-01-12", false);
        String invitation = meeting + "/invitation";
        assertThat(json(get(invitation, lead), 200).at("/missing/0").asText())
                .isEqualTo("Die Tagesordnung ist noch leer.");
        assertThat(send("POST", invitation, "", "\"0\"").statusCode()).isEqualTo(409);
        json(send("POST", meeting + "/items", "{'title': 'Personalsache', 'isPublic': false}"), 201);
        json(send("POST", meeting + "/guests", "{'name': 'Gerd Gast', 'mail': 'gast@muster.example'}"), 201);
        assertThat(send("POST", invitation, "").statusCode()).isEqualTo(428);
        JsonNode sent = json(send("POST", invitation, "", "\"0\""), 200);
        assertThat(sent.at("/count").asInt()).isEqualTo(1);
        assertThat(sent.at("/body").asText()).doesNotContain("Personalsache");
        assertThat(send("POST", invitation, "", "\"0\"").statusCode()).isEqualTo(412);
        assertThat(platform.in(site.county, () -> platform.bean(Mailbag.class).bodies("Gerd Gast")))
                .hasSize(1);
    }

    @Test
    void notesWhoWasThereAndWhoWasAGuest() throws Exception {
        String meeting = plan("2024-03-18", true);
        String item = json(send("POST", meeting + "/items", "{'title': 'Konzept'}"), 201)
                .get("id")
                .asText();
        String guest = json(send("POST", meeting + "/guests", "{'name': 'Gerd Gast'}"), 201)
                .get("id")
                .asText();
        assertThat(send("POST", meeting + "/guests", "{'name': ' ', 'mail': 'x@'}")
                        .statusCode())
                .isEqualTo(422);
        JsonNode before = json(get(meeting + "/attendance", member), 200);
        assertThat(before.at("/quorum").asText()).isEqualTo("nicht festgestellt");
        String person = before.at("/people/0/id").asText();
        String noted =
                "{'mark': '%s', 'people': [{'id': '%s', 'attendance': 'present'}], 'items': [{'itemId': '%s', 'present': 0}]}"
                        .formatted(before.at("/mark").asText(), person, item);
        JsonNode after = json(send("PUT", meeting + "/attendance", noted), 200);
        assertThat(after.at("/present").asInt()).isEqualTo(1);
        assertThat(after.at("/quorum").asText()).isEqualTo("beschlussfähig");
        assertThat(after.at("/people").findValuesAsText("attendance")).containsExactly("present", "unknown");
        assertThat(send("PUT", meeting + "/attendance", noted).statusCode()).isEqualTo(412);
        assertThat(send("PUT", meeting + "/attendance", noted.replace("'present'}", "'da'}"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("DELETE", meeting + "/guests/" + guest, "").statusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", meeting + "/guests/" + guest, "").statusCode())
                .isEqualTo(404);
        assertThat(get(meeting + "/attendance", platform.token(site.county, Roles.MEMBER))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesMinutesFromTheDraftToTheApprovedText() throws Exception {
        String meeting = plan("2024-03-18", true);
        json(send("POST", meeting + "/items", "{'title': 'Konzept', 'notes': 'Wurde vorgestellt.'}"), 201);
        String minutes = meeting + "/minutes";
        assertThat(json(get(minutes, lead), 200).at("/state").asText()).isEqualTo("draft");
        assertThat(get(minutes, member).statusCode()).isEqualTo(404);
        json(send("PUT", meeting + "/state", "{'state': 'held'}", "\"0\""), 200);
        assertThat(send("POST", minutes + "/circulation", "", "\"1\"").body()).contains("Es fehlt die Anwesenheit.");
        site.attend(site.base + "/sitzungen/" + MeetingSite.id(meeting), "present");
        json(send("POST", minutes + "/circulation", "", "\"1\""), 200);
        JsonNode remarks = json(post(minutes + "/remarks", "{'text': 'Es waren zwei Entwürfe.'}", member), 201);
        assertThat(send("POST", minutes + "/approval", "", "\"1\"").body()).contains("Einwände ohne Antwort");
        String remark = minutes + "/remarks/" + remarks.at("/0/id").asText();
        assertThat(send("PUT", remark, "{'state': 'open'}", "\"0\"").statusCode())
                .isEqualTo(422);
        assertThat(json(send("PUT", remark, "{'state': 'taken', 'answer': 'Ist ergänzt.'}", "\"0\""), 200)
                        .at("/answer")
                        .asText())
                .isEqualTo("Ist ergänzt.");
        JsonNode approved = json(send("POST", minutes + "/approval", "", "\"1\""), 200);
        assertThat(approved.at("/state").asText()).isEqualTo("approved");
        assertThat(approved.at("/digest").asText()).hasSize(64);
        JsonNode open = json(get(minutes, platform.token(site.county, Roles.READER)), 200);
        assertThat(open.at("/text/parts/0/notes").asText()).isEqualTo("Wurde vorgestellt.");
        assertThat(open.at("/text/present")).isEmpty();
        assertThat(open.at("/remarks")).isEmpty();
    }

    private String plan(String day, boolean past) throws Exception {
        String json = "{" + FIRST.replace("2099-01-12", day) + ", 'past': " + past + "}";
        return "/meetings/"
                + json(send("POST", "/committees/" + committee + "/meetings", json), 201)
                        .get("id")
                        .asText();
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return platform.get("/api/v1" + site.base + path, token);
    }

    private HttpResponse<String> post(String path, String json, String token) throws Exception {
        return platform.post("/api/v1" + site.base + path, token, json.replace('\'', '"'));
    }

    private HttpResponse<String> send(String method, String path, String json, String... version) throws Exception {
        var request = platform.request("/api/v1" + site.base + path)
                .header("Authorization", "Bearer " + lead)
                .method(
                        method,
                        json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json.replace('\'', '"')));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (version.length > 0) {
            request.header("If-Match", version[0]);
        }
        return platform.send(request);
    }
}
