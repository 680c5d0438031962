package de.kreiskonzept.platform.resolution.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.pdf.Conformity;
import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.document.paper.Aloud;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingSite;
import de.kreiskonzept.platform.resolution.PaperSite;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a committee decided stands in its minutes, and what it decided about in the pack for its meeting. */
@ExtendWith(PlatformUnderTest.Given.class)
class MinutesOfDecisionsIT {
    private static final String DAY = "2024-03-18";

    private final PlatformUnderTest platform;
    private PaperSite site;
    private MeetingSite meetings;
    private String committee;
    private String meeting;
    private String paper;

    MinutesOfDecisionsIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aMeetingWithAPaper() throws Exception {
        site = new PaperSite(platform);
        meetings = new MeetingSite(platform, site.county);
        String address = meetings.found("Lenkungsgruppe", "quorum", "half");
        committee = MeetingSite.id(address);
        seats(3);
        meeting = meetings.plan(address, "day", DAY, "past", "ja");
        paper = site.begin();
    }

    @Test
    void printDecisionsWithVotesOfWhichNoneIsMadeUp() throws Exception {
        decide("public", Map.of("yes", "4", "no", "1"));
        site.send("/" + site.county.slug() + "/beschluesse", further());
        hold("present");
        assertThat(site.page(meeting + "/niederschrift"))
                .contains("Dem Konzept wird zugestimmt.", "Ergebnis: mehrheitlich beschlossen")
                .contains("Ja: 4; Nein: 1; Enthaltungen: nicht bekannt; Befangen: nicht bekannt")
                .contains("Weitere Beschlüsse des Tages", "Die Stelle wird besetzt.");
        String printed = Aloud.read(bytes(meeting + "/niederschrift.pdf", site.lead));
        assertThat(printed)
                .containsPattern("(?s)Integrationskonzept.*Beschluss.*Dem Konzept wird zugestimmt.*Weitere Beschlüsse")
                .doesNotContain("Enthaltungen: 0");
    }

    @Test
    void keepWhatWasDecidedInPrivateOutOfTheirPublicPart() throws Exception {
        String decision = decide("non_public", Map.of());
        site.send("/" + site.county.slug() + "/beschluesse", further());
        hold("present");
        approve();
        String reader = platform.cookie(site.county, Roles.READER);
        assertThat(platform.page(meeting + "/niederschrift", reader).body())
                .doesNotContain("zugestimmt", "Integrationskonzept", "Die Stelle wird besetzt.");
        String excerpt = meeting + "/niederschrift/auszug.pdf?beschluss=" + decision;
        assertThat(answer(excerpt, reader).statusCode()).isEqualTo(404);
        assertThat(answer(excerpt, site.lead).statusCode()).isEqualTo(200);
    }

    @Test
    void giveAnExcerptForEachDecision() throws Exception {
        String decision = decide("public", Map.of("yes", "4"));
        meetings.item(meeting, "Verschiedenes", "notes", "Es gibt Kaffee.");
        hold("present");
        approve();
        String reader = platform.cookie(site.county, Roles.READER);
        byte[] pdf = bytes(meeting + "/niederschrift/auszug.pdf?beschluss=" + decision, reader);
        assertThat(Conformity.complaints(pdf)).isEmpty();
        assertThat(Aloud.read(pdf))
                .contains("Auszug aus der Niederschrift", "Dem Konzept wird zugestimmt.", "Ja: 4")
                .doesNotContain("Kaffee", "Eva Muster");
        try (var word = new XWPFDocument(new ByteArrayInputStream(
                        bytes(meeting + "/niederschrift/auszug.docx?beschluss=" + decision, reader)));
                var text = new XWPFWordExtractor(word)) {
            assertThat(text.getText()).contains("Dem Konzept wird zugestimmt.").doesNotContain("Kaffee");
        }
        assertThat(answer(meeting + "/niederschrift/auszug.docx?beschluss=" + committee, reader)
                        .statusCode())
                .isEqualTo(404);
        assertThat(answer(meeting + "/niederschrift/auszug.pdf", reader).statusCode())
                .isEqualTo(404);
    }

    @Test
    void stayAsTheyWereApproved() throws Exception {
        decide("public", Map.of());
        hold("present");
        approve();
        site.send("/" + site.county.slug() + "/beschluesse", further());
        assertThat(site.page(meeting + "/niederschrift"))
                .contains("Dem Konzept wird zugestimmt.")
                .doesNotContain("Die Stelle wird besetzt.");
    }

    @Test
    void areNotApprovedWithADecisionThatNobodyCouldMake() throws Exception {
        decide("public", Map.of());
        hold("absent");
        assertThat(site.page(meeting + "/niederschrift")).contains("nicht beschlussfähig");
        site.send(meeting + "/niederschrift/versenden", Map.of("version", "1"));
        var refused = site.send(meeting + "/niederschrift/genehmigen", Map.of("version", "1"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("bei dem das Gremium nicht beschlussfähig war");
        meetings.attend(meeting, "present");
        assertThat(site.send(meeting + "/niederschrift/genehmigen", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void needNoQuorumWhereTheCommitteeHasNoRule() throws Exception {
        String address = meetings.found("Netzwerk");
        committee = MeetingSite.id(address);
        seats(3);
        meeting = meetings.plan(address, "day", DAY, "past", "ja");
        decide("public", Map.of());
        hold("absent");
        assertThat(site.page(meeting + "/niederschrift")).contains("keine Mindestzahl festgelegt");
        approve();
    }

    @Test
    void standBesideAPackWithThePapersAsTheyWereSent() throws Exception {
        decide("public", Map.of());
        byte[] pack = bytes(meeting + "/mappe.pdf", platform.cookie(site.county, Roles.MEMBER));
        assertThat(Conformity.complaints(pack)).isEmpty();
        assertThat(Aloud.read(pack))
                .containsPattern(
                        "(?s)Tagesordnung.*1 82/2017 Integrationskonzept.*Beschlussvorschlag.*Anlagen.*SHA-256");
    }

    /** The committee decides on the paper; gives the id of the decision. */
    private String decide(String publicity, Map<String, String> votes) throws Exception {
        String turn = site.turn(paper, committee, "decision", publicity);
        site.submit(paper);
        site.send(meeting + "/vorlagen", Map.of("beratung", MeetingSite.id(turn)));
        String council = site.found("Kreistag", "county_council");
        site.send(site.base + "/beschlussgremium", Map.of("committee", council));
        var fields = new HashMap<>(votes);
        fields.put("version", "1");
        fields.put("day", DAY);
        assertThat(site.vote(turn, "majority", fields).statusCode()).isEqualTo(303);
        return site.find(paper, "/beschluesse/([0-9a-f-]{36})");
    }

    private Map<String, String> further() {
        return Map.of(
                "committee", committee,
                "day", DAY,
                "publicity", "non_public",
                "result", "approved",
                "text", "Die Stelle wird besetzt.",
                "state", "open",
                "majority", "more_than_half.cast");
    }

    private void seats(int number) throws Exception {
        var members = new Members(platform, site.county);
        for (int i = 0; i < number; i++) {
            members.of(committee);
        }
    }

    /** The meeting took place with one member and maybe the others. */
    private void hold(String others) throws Exception {
        site.send(meeting + "/gehalten", Map.of("version", "0"));
        meetings.attend(meeting, "present", others);
    }

    private void approve() throws Exception {
        for (String step : new String[] {"versenden", "genehmigen"}) {
            assertThat(site.send(meeting + "/niederschrift/" + step, Map.of("version", "1"))
                            .statusCode())
                    .as(step)
                    .isEqualTo(303);
        }
    }

    private byte[] bytes(String path, String cookie) throws Exception {
        HttpResponse<byte[]> answer = answer(path, cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<byte[]> answer(String path, String cookie) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    platform.request(path)
                            .header("Accept", "*/*")
                            .header("Cookie", cookie)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
