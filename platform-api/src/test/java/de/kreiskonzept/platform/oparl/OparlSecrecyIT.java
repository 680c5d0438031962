package de.kreiskonzept.platform.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A word that stands in everything that is not public, and is found nowhere outside. */
@ExtendWith(PlatformUnderTest.Given.class)
class OparlSecrecyIT {
    private static final String CANARY = "Kanarienvogel";

    private final PlatformUnderTest platform;
    private OparlSite site;
    private String meeting;

    OparlSecrecyIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyWithMuchThatIsNotPublic() throws Exception {
        site = new OparlSite(platform);
        site.seat(site.council, "Caritas", "Eva " + CANARY);
        meeting = site.plan(site.council, "");
        site.item(meeting, "Begrüßung", true);
        String closed = site.item(meeting, CANARY + " im Personal", false);
        site.item(meeting, "Verschiedenes", true);
        assertThat(site.papers
                        .send(
                                meeting + "/punkte",
                                Map.of("title", CANARY + " unter Personal", "parent", closed, "closed", "ja"))
                        .statusCode())
                .isEqualTo(303);
        site.invite(meeting);
        site.sql("UPDATE meeting_item SET public = true WHERE parent_id IS NOT NULL");
        site.sql("UPDATE meeting_item SET notes = '" + CANARY + "', text = '" + CANARY + "'");
        site.item(site.plan(site.council, CANARY), CANARY + " im Entwurf", true);
        String group = site.papers.found(CANARY + "gruppe", "steering_group");
        site.seat(group, CANARY + "verein", "Otto " + CANARY);
        String other = site.plan(group, CANARY);
        site.item(other, CANARY + " der Gruppe", true);
        site.invite(other);
        paper("unknown", true);
        paper("non_public", true);
        paper("public", false);
        site.release(false);
    }

    /** A paper that nobody outside may know of: its council does not deal with it in public, or it was never sent. */
    private void paper(String publicity, boolean sent) throws Exception {
        String paper = site.papers.begin();
        site.papers.turn(paper, site.council, "decision", publicity);
        if (sent) {
            site.papers.submit(paper);
        }
        site.sql("UPDATE resolution_paper SET title = '" + CANARY + "', number = '" + CANARY + "'");
    }

    @Test
    void staysInsideWhereverAddressesLead() throws Exception {
        site.papers.turn(publicPaper(), group(), "preliminary", "public");
        Map<String, String> walked = site.walk();
        walked.forEach((address, text) -> assertThat(text).as(address).doesNotContain(CANARY));
        assertThat(walked.keySet()).anyMatch(address -> address.contains("/paper/"));
        for (String address : walked.keySet()) {
            if (address.endsWith("/download")) {
                assertThat(text(address)).as(address).doesNotContain(CANARY);
            }
        }
        var another = new OparlSite(platform);
        another.release(true);
        another.walk().forEach((address, text) -> assertThat(text).as(address).doesNotContain(CANARY));
    }

    @Test
    void leavesNoGapInNumbersAndNoTraceInCountsAndTimes() throws Exception {
        JsonNode before = theMeeting();
        assertThat(before.get("agendaItem").findValuesAsText("number")).containsExactly("1", "2");
        assertThat(before.get("agendaItem").findValuesAsText("order")).containsExactly("1", "2");
        site.sql("UPDATE meeting_item SET own_number = '9' WHERE title = 'Verschiedenes'");
        site.item(meeting, CANARY + " kam dazu", false);
        assertThat(theMeeting()).isEqualTo(before);
        assertThat(site.read("/agendaItems")
                        .get("pagination")
                        .get("totalElements")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void namesPeopleOnlyWhereTheCountySaysSoAndAsLongAsTheyHoldTheSeat() throws Exception {
        assertThat(site.read("/persons").get("data")).isEmpty();
        JsonNode seat = site.read("/memberships").get("data").get(0);
        assertThat(seat.has("person")).isFalse();
        site.release(true);
        assertThat(site.read("/persons").get("data").findValuesAsText("name")).containsExactly("Eva " + CANARY);
        site.sql("UPDATE committee_term SET ends = '2021-12-31', version = version + 1");
        assertThat(site.read("/persons").get("data")).isEmpty();
        assertThat(site.read("/memberships").get("data").get(0).has("person")).isFalse();
        site.walk().forEach((address, text) -> assertThat(text).as(address).doesNotContain(CANARY));
        assertThat(stored()).noneMatch(content -> content.contains(CANARY));
    }

    @Test
    void forgetsWhoHasLeftWithoutAnybodyReading() throws Exception {
        site.release(true);
        assertThat(site.read("/persons").get("data")).hasSize(1);
        site.sql("UPDATE committee_term SET ends = '2021-12-31', version = version + 1");
        assertThat(stored()).anyMatch(content -> content.contains(CANARY));
        platform.job(site.papers.county, "renew council data", () -> {
            platform.bean(CouncilData.class).renew();
            return true;
        });
        assertThat(stored()).isNotEmpty().noneMatch(content -> content.contains(CANARY));
    }

    @Test
    void forgetsWhatItHeldOnceNothingIsReleased() throws Exception {
        site.release(true);
        assertThat(site.read("/persons").get("data")).hasSize(1);
        assertThat(stored()).anyMatch(content -> content.contains(CANARY));
        assertThat(site.releasing(Map.of()).statusCode()).isEqualTo(303);
        assertThat(stored()).isNotEmpty().noneMatch(content -> content.contains(CANARY));
    }

    @Test
    void keepsTheTitleOfADraftToItself() throws Exception {
        String paper = publicPaper();
        String published = site.read("/papers").get("data").get(0).get("name").asText();
        assertThat(site.papers
                        .send(paper + "/neue-fassung", Map.of("version", site.papers.version(paper)))
                        .statusCode())
                .isEqualTo(303);
        site.sql("UPDATE resolution_paper SET title = '" + CANARY + "', version = version + 1 WHERE edition = 2");
        JsonNode still = site.read("/papers").get("data").get(0);
        assertThat(still.get("name").asText()).isEqualTo(published);
        assertThat(text(still.get("mainFile").get("downloadUrl").asText())).doesNotContain(CANARY);
    }

    private String publicPaper() throws Exception {
        String paper = site.papers.begin();
        site.papers.turn(paper, site.council, "decision", "public");
        site.papers.submit(paper);
        return paper;
    }

    private String group() throws Exception {
        return site.papers.find(site.base + "/gremien", "/gremien/([0-9a-f-]{36})\">" + CANARY + "gruppe");
    }

    private JsonNode theMeeting() throws Exception {
        return site.read("/meetings").get("data").get(0);
    }

    private String text(String address) throws Exception {
        String path = address.replaceFirst(".*(/oparl/v1\\.1)", site.base + "$1");
        var answer = HttpClient.newHttpClient()
                .send(platform.request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private List<String> stored() throws Exception {
        var contents = new ArrayList<String>();
        try (var connection = ConceptSample.as(site.papers.county);
                var rows = connection.createStatement().executeQuery("SELECT content FROM oparl_object")) {
            while (rows.next()) {
                contents.add(rows.getString(1));
            }
        }
        return contents;
    }
}
