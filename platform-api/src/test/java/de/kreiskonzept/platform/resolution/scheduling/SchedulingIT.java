package de.kreiskonzept.platform.resolution.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingSite;
import de.kreiskonzept.platform.resolution.PaperSite;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A paper and the agenda on which it stands know of each other. */
@ExtendWith(PlatformUnderTest.Given.class)
class SchedulingIT {
    private final PlatformUnderTest platform;
    private PaperSite site;
    private String paper;
    private String social;
    private String council;
    private String meeting;

    SchedulingIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aPaperAndAMeeting() throws Exception {
        site = new PaperSite(platform);
        paper = site.begin();
        social = site.found("Sozialausschuss", "council_committee");
        council = site.found("Kreistag", "county_council");
        meeting = plan(social);
    }

    @Test
    void aPaperIsPutOnTheAgendaOfTheCommitteeWhoseTurnItIs() throws Exception {
        site.turn(paper, social, "preliminary", "public");
        site.turn(paper, council, "decision", "public");
        assertThat(site.page(meeting + "/vorlagen")).containsOnlyOnce("name=\"beratung\"");
        item(meeting, "Begrüßung");
        assertThat(put(meeting).statusCode()).isEqualTo(303);
        assertThat(site.page(meeting)).contains("82/2017 Integrationskonzept", "href=\"" + paper + "\"", ">2</td>");
        assertThat(site.page(paper)).contains("href=\"" + meeting + "\">16.03.2099</a>", "(Punkt 2)");
        assertThat(site.page(meeting + "/vorlagen")).contains("Keine Vorlage wartet");
    }

    @Test
    void theNumberFollowsTheAgenda() throws Exception {
        site.turn(paper, social, "preliminary", "public");
        put(meeting);
        assertThat(site.page(paper)).contains("(Punkt 1)");
        String welcome = item(meeting, "Begrüßung");
        site.send(meeting + "/punkte/" + welcome + "/verschieben", Map.of("version", "2", "richtung", "hoch"));
        assertThat(site.page(paper)).contains("(Punkt 2)");
        String tabled = site.find(meeting, "/punkte/([0-9a-f-]{36})\">Integrationskonzept");
        site.send(meeting + "/punkte/" + tabled + "/loeschen", Map.of("version", "0"));
        assertThat(site.page(paper)).contains("27.11.2017").doesNotContain("16.03.2099");
    }

    @Test
    void aTurnNamesAnItemOfItsOwnCommitteeAlone() throws Exception {
        String turn = site.turn(paper, social, "preliminary", "public");
        String own = item(meeting, "Konzept");
        String foreign = item(plan(council), "Konzept");
        assertThat(site.page(turn))
                .contains("Sozialausschuss, 16.03.2099, Punkt 1: Konzept", own)
                .doesNotContain(foreign);
        assertThat(place(turn, foreign, "public").body())
                .contains("Wählen Sie einen Punkt aus einer Sitzung dieses Gremiums.");
        assertThat(place(turn, own, "public").statusCode()).isEqualTo(303);
        assertThat(site.page(meeting)).contains("href=\"" + paper + "\"");
        site.send(meeting + "/absagen", Map.of("reason", "Zu viele Absagen", "version", "0"));
        assertThat(place(turn, own, "public").statusCode()).isEqualTo(422);
    }

    @Test
    void turnAndItemAgreeOnWhoMayListen() throws Exception {
        String turn = site.turn(paper, social, "preliminary", "public");
        String closed = item(meeting, "Vertraulich", "closed", "ja");
        assertThat(place(turn, closed, "public").body())
                .contains("Die Beratung ist öffentlich, der Tagesordnungspunkt nicht.");
        assertThat(place(turn, closed, "non_public").statusCode()).isEqualTo(303);
        site.send(meeting + "/punkte/" + closed, Map.of("title", "Doch öffentlich", "version", "0"));
        assertThat(site.page(paper)).contains("nicht beide öffentlich");
        assertThat(site.page(meeting)).contains("nicht beide öffentlich");
    }

    @Test
    void whatNobodyCalledPublicIsPutOnTheAgendaAsNotPublic() throws Exception {
        site.turn(paper, social, "preliminary", "unknown");
        put(meeting);
        assertThat(site.page(meeting)).contains("nichtöffentlich");
        assertThat(platform.page(meeting, platform.cookie(site.county, Roles.READER))
                        .body())
                .doesNotContain("Integrationskonzept", paper);
    }

    @Test
    void nobodyPutsAPaperTwiceOrOnAnotherAgenda() throws Exception {
        String turn = site.turn(paper, social, "preliminary", "public");
        Map<String, String> chosen = Map.of("beratung", turn.substring(turn.lastIndexOf('/') + 1));
        assertThat(site.send(plan(council) + "/vorlagen", chosen).statusCode()).isEqualTo(404);
        assertThat(site.send(meeting + "/vorlagen", chosen).statusCode()).isEqualTo(303);
        assertThat(site.send(meeting + "/vorlagen", chosen).statusCode()).isEqualTo(404);
        assertThat(site.send(meeting + "/vorlagen", Map.of("beratung", "x")).statusCode())
                .isEqualTo(404);
        var other = platform.county();
        assertThat(platform.page(
                                meeting.replace(site.county.slug(), other.slug()) + "/vorlagen",
                                platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anItemThatIsCarriedOverTakesItsPaperAlong() throws Exception {
        site.turn(paper, social, "preliminary", "public");
        put(meeting);
        String next = carried(meeting);
        assertThat(site.page(next)).contains("href=\"" + paper + "\"");
        assertThat(site.page(meeting)).doesNotContain("href=\"" + paper + "\"");
        assertThat(site.page(paper)).contains("href=\"" + next + "\">17.03.2099</a>");
    }

    @Test
    void whatWasPutOffComesBackUnderTheItemThatGoesOnWithIt() throws Exception {
        String turn = site.turn(paper, social, "preliminary", "public");
        put(meeting);
        site.submit(paper);
        var putOff = Map.of("nextDay", "2099-03-17", "text", "", "version", version(turn));
        assertThat(site.vote(turn, "postponed", putOff).statusCode()).isEqualTo(303);
        String next = carried(meeting);
        assertThat(site.page(meeting)).contains("href=\"" + paper + "\"");
        assertThat(site.page(next)).contains("href=\"" + paper + "\"");
        assertThat(site.page(next + "/vorlagen")).contains("Keine Vorlage wartet");
    }

    @Test
    void anItemUnderWhichWasDecidedStaysOnTheAgenda() throws Exception {
        String turn = site.turn(paper, social, "preliminary", "public");
        String above = item(meeting, "Vorlagen");
        String below = item(meeting, "Integrationskonzept", "parent", above);
        assertThat(place(turn, below, "public").statusCode()).isEqualTo(303);
        site.submit(paper);
        assertThat(site.vote(turn, "approved", Map.of("version", version(turn))).statusCode())
                .isEqualTo(303);
        assertThat(site.send(meeting + "/punkte/" + above + "/loeschen", Map.of("version", "0"))
                        .body())
                .contains("ist ein Ergebnis zu einer Vorlage festgehalten");
        assertThat(site.page(meeting)).contains("href=\"" + paper + "\"");
    }

    /** Carries the first item of a meeting over to a new one on the next day; gives its address. */
    private String carried(String from) throws Exception {
        var fields = new HashMap<>(MeetingSite.meeting());
        fields.put("day", "2099-03-17");
        String next =
                PaperSite.location(site.send("/" + site.county.slug() + "/gremien/" + social + "/sitzungen", fields));
        String item = site.find(from, "/punkte/([0-9a-f-]{36})\">");
        assertThat(site.send(next + "/punkte/uebernehmen", Map.of("punkt", item))
                        .statusCode())
                .isEqualTo(303);
        return next;
    }

    @Test
    void programsPutPapersOnAgendasAndReadBothSides() throws Exception {
        String turn = site.turn(paper, social, "preliminary", "public");
        String api = "/api/v1/" + site.county.slug();
        String lead = platform.token(site.county, Roles.LEAD);
        String papers = api + "/meetings/" + MeetingSite.id(meeting) + "/papers";
        JsonNode waiting = json(platform.get(papers, lead));
        assertThat(waiting.at("/0/consultationId").asText()).isEqualTo(MeetingSite.id(turn));
        var put = platform.post(
                papers,
                lead,
                "{\"consultationId\": \"" + waiting.at("/0/consultationId").asText() + "\"}");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
        assertThat(json(platform.get(papers, lead))).isEmpty();
        JsonNode items = json(platform.get(api + "/meetings/" + MeetingSite.id(meeting) + "/items", lead));
        assertThat(items.at("/0/papers/0/id").asText()).isEqualTo(MeetingSite.id(paper));
        JsonNode read = json(platform.get(api + "/papers/" + MeetingSite.id(paper), lead));
        assertThat(read.at("/consultations/0/meetingId").asText()).isEqualTo(MeetingSite.id(meeting));
        assertThat(read.at("/consultations/0/item").asText()).isEqualTo("1");
        assertThat(read.at("/consultations/0/day").asText()).isEqualTo(MeetingSite.DAY);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private String plan(String committee) throws Exception {
        return PaperSite.location(
                site.send("/" + site.county.slug() + "/gremien/" + committee + "/sitzungen", MeetingSite.meeting()));
    }

    private String item(String where, String title, String... more) throws Exception {
        var fields = new HashMap<>(Map.of("title", title));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        site.send(where + "/punkte", fields);
        return site.find(where, "/punkte/([0-9a-f-]{36})\">" + title + "<");
    }

    private HttpResponse<String> put(String where) throws Exception {
        return site.send(
                where + "/vorlagen",
                Map.of("beratung", site.find(where + "/vorlagen", "name=\"beratung\" value=\"([^\"]+)\"")));
    }

    private String version(String turn) throws Exception {
        return site.find(turn, "name=\"version\" value=\"(\\d+)\"");
    }

    private HttpResponse<String> place(String turn, String item, String publicity) throws Exception {
        return site.send(
                turn,
                Map.of(
                        "committee",
                        social,
                        "role",
                        "preliminary",
                        "publicity",
                        publicity,
                        "place",
                        item,
                        "version",
                        version(turn)));
    }
}
