package de.kreiskonzept.platform.document.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingSite;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Minutes from the draft to the approved text, and the papers of a meeting. */
@ExtendWith(PlatformUnderTest.Given.class)
class MinutesIT {
    private final PlatformUnderTest platform;
    private MeetingSite site;
    private String group;
    private String meeting;
    private String minutes;
    private String closed;
    private String member;

    MinutesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aMeetingThatTookPlace() throws Exception {
        site = new MeetingSite(platform);
        group = site.found("Lenkungsgruppe", "quorum", "half");
        String committee = "/committees/" + MeetingSite.id(group);
        JsonNode rule = site.post(committee + "/seat-rules", "{'name': 'Caritas', 'number': 1, 'voting': true}");
        site.post(
                committee + "/terms",
                "{'ruleId': '%s', 'name': 'Eva Muster', 'from': '2020-01-01'}"
                        .formatted(rule.get("id").asText()));
        meeting = site.plan(group, "day", "2024-03-18", "past", "ja");
        minutes = meeting + "/niederschrift";
        member = Members.cookie(new Members(platform, site.county).of(MeetingSite.id(group)));
        closed = site.item(meeting, "Personalsache", "closed", "ja", "notes", "Die Stelle wird besetzt.");
        site.item(meeting, "Konzept", "notes", "Der Entwurf wurde vorgestellt.");
    }

    @Test
    void goOutForRemarksAreApprovedOnceAndThenStayAsTheyAre() throws Exception {
        String next = site.plan(group);
        assertThat(step("versenden", "0").statusCode()).isEqualTo(409);
        site.send(meeting + "/gehalten", Map.of("version", "0"));
        assertThat(step("versenden", "1").body()).contains("Es fehlt die Anwesenheit.");
        site.attend(meeting, "present");
        assertThat(site.page(minutes)).contains("Der Entwurf wurde vorgestellt.", "Eva Muster", "beschlussfähig");
        assertThat(platform.page(minutes, member).body()).contains("Noch keine Niederschrift");
        assertThat(step("genehmigen", "1").statusCode()).isEqualTo(409);

        assertThat(step("versenden", "1").statusCode()).isEqualTo(303);
        assertThat(site.page(next)).contains("Genehmigung der Niederschrift vom 18.03.2024");
        step("versenden", "1");
        assertThat(site.page(next).split(">Genehmigung der Niederschrift vom 18.03.2024</a>", -1))
                .hasSize(2);

        platform.form(minutes, minutes + "/einwaende", member, Map.of("text", "Es waren zwei Entwürfe.", "item", ""));
        assertThat(platform.form(minutes, minutes + "/einwaende", member, Map.of("text", " "))
                        .body())
                .contains("Schreiben Sie, was an der Niederschrift anders sein soll.");
        assertThat(step("genehmigen", "1").body()).contains("Es gibt Einwände ohne Antwort.");
        String remark = site.find(minutes, "einwaende/([0-9a-f-]{36})");
        site.send(minutes + "/einwaende/" + remark, Map.of("version", "0", "state", "taken", "answer", "Ist ergänzt."));
        assertThat(step("genehmigen", "1").statusCode()).isEqualTo(303);
        assertThat(step("genehmigen", "2").statusCode()).isEqualTo(409);
        assertThat(site.page(minutes)).contains("Genehmigt am", "Prüfsumme (SHA-256)", "Ist ergänzt.");
        assertThat(site.page(meeting)).contains("abgeschlossen");
        assertThat(site.send(meeting + "/punkte/" + closed, Map.of("title", "Anders", "version", "0"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void showOthersThePublicPartOnceItIsApproved() throws Exception {
        site.send(meeting + "/gehalten", Map.of("version", "0"));
        site.attend(meeting, "present");
        step("versenden", "1");
        assertThat(platform.page(minutes, member).body()).contains("Die Stelle wird besetzt.");
        String reader = platform.cookie(site.county, Roles.READER);
        assertThat(platform.page(minutes, reader).body()).contains("Noch keine Niederschrift");
        assertThat(fetch(meeting + "/niederschrift.pdf", reader).statusCode()).isEqualTo(404);
        step("genehmigen", "1");
        assertThat(platform.page(minutes, reader).body())
                .contains("<h3 class=\"kern-heading-small\">1 Konzept", "Der Entwurf wurde vorgestellt.")
                .doesNotContain("Personalsache", "Die Stelle wird besetzt.", "Eva Muster");
        assertThat(words(meeting + "/niederschrift.docx", reader))
                .contains("Der Entwurf wurde vorgestellt.")
                .doesNotContain("Personalsache", "Die Stelle wird besetzt.");
        assertThat(words(meeting + "/niederschrift.docx", site.lead))
                .contains("Niederschrift: Lenkungsgruppe", "Die Stelle wird besetzt.", "Eva Muster, Caritas: anwesend");
        assertThat(fetch(minutes + "/auszug.pdf?punkt=" + closed, reader).statusCode())
                .isEqualTo(404);
        for (String pdf : new String[] {
            "/niederschrift.pdf", "/niederschrift/auszug.pdf?punkt=" + closed, "/einladung.pdf", "/mappe.pdf"
        }) {
            assertThat(new String(file(meeting + pdf, site.lead), 0, 5, StandardCharsets.US_ASCII))
                    .as(pdf)
                    .isEqualTo("%PDF-");
        }
    }

    private HttpResponse<String> step(String which, String version) throws Exception {
        return site.send(minutes + "/" + which, Map.of("version", version));
    }

    private byte[] file(String path, String cookie) throws Exception {
        return fetch(path, cookie).body();
    }

    private HttpResponse<byte[]> fetch(String path, String cookie) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    platform.request(path)
                            .header("Accept", "*/*")
                            .header("Cookie", cookie)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private String words(String path, String cookie) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file(path, cookie)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", "");
                }
            }
        }
        throw new AssertionError("no Word file: " + path);
    }
}
