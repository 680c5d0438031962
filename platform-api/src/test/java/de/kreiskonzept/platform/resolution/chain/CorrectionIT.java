package de.kreiskonzept.platform.resolution.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingSite;
import de.kreiskonzept.platform.resolution.PaperSite;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Results that were written down wrongly. */
@ExtendWith(PlatformUnderTest.Given.class)
class CorrectionIT {
    private final PlatformUnderTest platform;
    private PaperSite site;
    private String paper;
    private String social;
    private String council;

    CorrectionIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aPaper() throws Exception {
        site = new PaperSite(platform);
        paper = site.begin();
        social = site.found("Sozialausschuss", "council_committee");
        council = site.found("Kreistag", "county_council");
        site.send(site.base + "/beschlussgremium", Map.of("committee", council));
    }

    @Test
    void areReplacedWithAReasonAndStayInTheHistory() throws Exception {
        String turn = site.turn(paper, social, "decision", "public");
        site.submit(paper);
        site.vote(turn, "majority", Map.of("yes", "4", "no", "1"));
        String decision = site.find(paper, "/beschluesse/([0-9a-f-]{36})");
        assertThat(site.page(paper)).contains("beschlossen", turn + "/korrektur");
        assertThat(correct(turn, "rejected", " ", Map.of()).body())
                .contains("Schreiben Sie, was an dem Ergebnis falsch war.");
        assertThat(correct(turn, "rejected", "Zahlen vertauscht", Map.of("yes", "1", "no", "4"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.page(paper)).contains("abgelehnt", "1 Ja, 4 Nein").doesNotContain("4 Ja, 1 Nein");
        assertThat(site.find(paper, "/beschluesse/([0-9a-f-]{36})")).isEqualTo(decision);
        assertThat(site.page(turn + "/korrektur"))
                .contains("mehrheitlich beschlossen, 4 Ja, 1 Nein", "Zahlen vertauscht", "value=\"1\"");
        assertThat(site.send(turn + "/korrektur", fields("majority", "Zu spät", "1", Map.of()))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void takeTheDecisionWithThemWhereNothingWasDecided() throws Exception {
        String turn = site.turn(paper, social, "preliminary", "public");
        site.submit(paper);
        site.vote(turn, "approved", Map.of());
        assertThat(correct(turn, "noted", "Es wurde nur berichtet", Map.of("text", ""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.page(paper)).contains("zur Kenntnis genommen").doesNotContain("/beschluesse/");
        assertThat(site.page("/" + site.county.slug() + "/beschluesse")).doesNotContain("zugestimmt");
        assertThat(correct(turn, "approved", "Doch beschlossen", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(site.page("/" + site.county.slug() + "/beschluesse")).contains("Dem Konzept wird zugestimmt.");
    }

    @Test
    void whatWasNotPostponedHasNoSecondTurn() throws Exception {
        String turn = site.turn(paper, social, "decision", "public");
        site.submit(paper);
        site.vote(turn, "postponed", Map.of("text", "", "nextDay", "2018-01-15"));
        assertThat(site.page(paper)).contains("15.01.2018");
        assertThat(correct(turn, "approved", "War nicht vertagt", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(site.page(paper)).doesNotContain("15.01.2018").contains("beschlossen");
        assertThat(correct(turn, "postponed", "Doch vertagt", Map.of("text", "", "nextDay", "2018-02-19"))
                        .statusCode())
                .isEqualTo(303);
        String again = site.find(paper, "href=\"(" + paper + "/beratungen/[0-9a-f-]{36})/ergebnis\"");
        site.vote(again, "approved", Map.of("day", "2018-02-19"));
        assertThat(correct(turn, "rejected", "Abgelehnt", Map.of()).body())
                .contains("Die vertagte Beratung ist schon weitergegangen.");
    }

    @Test
    void nothingTakesAnAdoptedVersionBack() throws Exception {
        String turn = site.turn(paper, council, "decision", "public");
        site.submit(paper);
        site.vote(turn, "majority", Map.of("yes", "43", "no", "2"));
        assertThat(version()).contains("Vorlage 82/2017 in Fassung 1");
        var refused = correct(turn, "rejected", "Abgelehnt", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Das lässt sich nicht zurücknehmen");
        assertThat(correct(turn, "majority", "Verzählt", Map.of("yes", "42", "no", "3"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.page(paper)).contains("42 Ja, 3 Nein");
    }

    @Test
    void aCorrectedApprovalAdoptsTheVersion() throws Exception {
        String turn = site.turn(paper, council, "decision", "public");
        site.submit(paper);
        site.vote(turn, "rejected", Map.of());
        assertThat(version()).doesNotContain("Vorlage 82/2017");
        correct(turn, "unanimous", "Falsche Zeile", Map.of());
        assertThat(version()).contains("Vorlage 82/2017 in Fassung 1");
    }

    @Test
    void approvedMinutesEndCorrections() throws Exception {
        var meetings = new MeetingSite(platform, site.county);
        new Members(platform, site.county).of(social);
        String meeting =
                meetings.plan("/" + site.county.slug() + "/gremien/" + social, "day", "2024-03-18", "past", "ja");
        String turn = site.turn(paper, social, "decision", "public");
        site.submit(paper);
        site.send(meeting + "/vorlagen", Map.of("beratung", MeetingSite.id(turn)));
        site.vote(turn, "majority", Map.of("version", "1", "day", "2024-03-18"));
        site.send(meeting + "/gehalten", Map.of("version", "0"));
        meetings.attend(meeting, "present");
        site.send(meeting + "/niederschrift/versenden", Map.of("version", "1"));
        assertThat(correct(turn, "unanimous", "Ohne Gegenstimme", Map.of("day", "2024-03-18"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.send(meeting + "/niederschrift/genehmigen", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.page(meeting + "/niederschrift")).contains("Ergebnis: einstimmig beschlossen");
        var refused = correct(turn, "majority", "Doch nicht", Map.of("day", "2024-03-18"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Die Niederschrift der Sitzung ist genehmigt.");
    }

    @Test
    void onlyAResultThatIsThereIsCorrectedAndOnlyByTheLead() throws Exception {
        String turn = site.turn(paper, social, "decision", "public");
        site.submit(paper);
        assertThat(platform.page(turn + "/korrektur", site.lead).statusCode()).isEqualTo(409);
        site.vote(turn, "approved", Map.of());
        assertThat(platform.page(turn + "/korrektur", platform.cookie(site.county, Roles.EDITOR))
                        .statusCode())
                .isEqualTo(403);
        var other = platform.county();
        assertThat(platform.page(
                                turn.replace(site.county.slug(), other.slug()) + "/korrektur",
                                platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void programsCorrectAndReadWhatStoodBefore() throws Exception {
        String turn = site.turn(paper, social, "decision", "public");
        site.submit(paper);
        site.vote(turn, "majority", Map.of("yes", "4"));
        String api = "/api/v1/" + site.county.slug() + "/papers/" + MeetingSite.id(paper) + "/consultations/"
                + MeetingSite.id(turn);
        String lead = platform.token(site.county, Roles.LEAD);
        var request = platform.request(api + "/result")
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .PUT(BodyPublishers.ofString("""
                        {"reason": "Vertauscht", "result": {"result": "rejected", "day": "2017-12-11", "text": "Abgelehnt."}}"""));
        HttpResponse<String> answer = platform.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(answer.body()).get("result").asText())
                .isEqualTo("rejected");
        JsonNode former = new ObjectMapper()
                .readTree(platform.get(api + "/corrections", lead).body());
        assertThat(former.at("/0/result").asText()).isEqualTo("majority");
        assertThat(former.at("/0/ballot/yes").asInt()).isEqualTo(4);
        assertThat(former.at("/0/ballot/no").isNull()
                        || former.at("/0/ballot/no").isMissingNode())
                .isTrue();
    }

    @Test
    void aChangedDraftIsShownBeforeItIsAdopted() throws Exception {
        String turn = site.turn(paper, council, "decision", "public");
        site.submit(paper);
        assertThat(site.page(turn + "/ergebnis"))
                .contains("Dieses Gremium beschließt")
                .doesNotContain("seit der Vorlage geändert");
        var added = platform.post(
                "/api/v1/" + site.county.slug() + "/sections",
                platform.token(site.county, Roles.LEAD),
                "{\"versionId\": \"" + site.version + "\", \"kind\": \"field_of_action\", \"name\": \"Arbeit\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(site.page(turn + "/ergebnis")).contains("Der Entwurf wurde seit der Vorlage geändert: 1 Änderung");
    }

    private HttpResponse<String> correct(String turn, String result, String reason, Map<String, String> more)
            throws Exception {
        String version = site.find(turn + "/korrektur", "name=\"version\" value=\"(\\d+)\"");
        return site.send(turn + "/korrektur", fields(result, reason, version, more));
    }

    private static Map<String, String> fields(String result, String reason, String version, Map<String, String> more) {
        var fields = new HashMap<>(Map.of(
                "result",
                result,
                "day",
                "2017-12-11",
                "text",
                "Dem Konzept wird zugestimmt.",
                "reason",
                reason,
                "version",
                version));
        fields.putAll(more);
        return fields;
    }

    private String version() throws Exception {
        return site.page("/" + site.county.slug() + "/konzept/fassungen/" + site.version);
    }
}
