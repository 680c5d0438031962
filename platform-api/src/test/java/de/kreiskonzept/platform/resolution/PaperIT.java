package de.kreiskonzept.platform.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.foundation.pdf.Conformity;
import de.kreiskonzept.model.monitoring.EvidenceKind;
import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.document.paper.Aloud;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Papers from the concept: what they say, who reads them, what stays as it was sent. */
@ExtendWith(PlatformUnderTest.Given.class)
class PaperIT {
    private static final byte[] PDF = "%PDF-1.4 Anlage".getBytes(StandardCharsets.US_ASCII);

    private final PlatformUnderTest platform;
    private final HttpClient http = HttpClient.newHttpClient();
    private PaperSite site;
    private String paper;

    PaperIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aPaper() throws Exception {
        site = new PaperSite(platform);
        paper = site.begin();
    }

    @Test
    void saysSectionBySectionWhatTheConceptHolds() throws Exception {
        assertThat(site.page(paper))
                .contains(site.county.name() + ": Beschluss über die Fassung Entwurf", "82/2017", "Entwurf")
                .contains("Beschlussvorschlag", "(Anlage 1) beschlossen", "nach Anlage 2")
                .contains("1. Vorberatung", "Eine Vorberatung ist nicht eingetragen.")
                .contains("2. Inhalte und Gliederung", "3. Ziele und Maßnahmen", "Sprache: 1 Ziel, 1 Maßnahme")
                .contains("4. Weitere Schritte", "Finanzielle Auswirkungen", "Kosten nennen 1 von 1", "5.000 €");
        assertThat(site.page(site.base + "?art=decision&stand=draft")).contains(paper);
        assertThat(site.page(site.base + "?art=report")).doesNotContain(paper).contains("Keine Vorlage passt");
    }

    @Test
    void changesASectionAndSaysWhereSomebodyElseWasFaster() throws Exception {
        String part = part("Weitere Schritte");
        var text = Map.of("name", "Weitere Schritte", "text", "Im März wird gedruckt.", "version", "0");
        assertThat(site.send(part, text).statusCode()).isEqualTo(303);
        var late = site.send(part, Map.of("name", "Weitere Schritte", "text", "Im April.", "version", "0"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Jemand hat diesen Abschnitt", "Im März wird gedruckt.", "Im April.");
        var nameless = site.send(part, Map.of("name", "", "text", "Im April.", "version", "1"));
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("Geben Sie dem Abschnitt eine Überschrift.", "Im April.");
        assertThat(site.send(part + "/loeschen", Map.of("version", "1")).statusCode())
                .isEqualTo(303);
        assertThat(site.page(paper)).doesNotContain("Weitere Schritte");
    }

    @Test
    void keepsADraftOfASectionForItsWriter() throws Exception {
        String part = part("Weitere Schritte");
        site.send(part + "/entwurf", Map.of("name", "Weitere Schritte", "text", "Halb geschrieben", "version", "0"));
        assertThat(site.page(part)).contains("Halb geschrieben", "?entwurf=ja");
        assertThat(site.page(paper)).doesNotContain("Halb geschrieben");
    }

    @Test
    void fixesItsFilesWhenItIsSent() throws Exception {
        String seen = site.version(paper);
        assertThat(site.submit(paper).statusCode()).isEqualTo(303);
        String page = site.page(paper);
        assertThat(page).contains("eingereicht", "Anlage 1: Integrationskonzept", "Anlage 2: Übersicht");
        var file = Pattern.compile("href=\"(" + paper + "/anlagen/[0-9a-f-]{36}\\.pdf)\"")
                .matcher(page);
        assertThat(file.find()).isTrue();
        HttpResponse<byte[]> first = bytes(file.group(1));
        assertThat(Aloud.read(first.body())).contains("Sprachkurse am Abend");
        assertThat(page).contains(HexFormat.of().formatHex(Sha256.of(first.body())));
        assertThat(site.send(paper + "/einreichen", Map.of("version", seen)).statusCode())
                .isEqualTo(412);
        for (String path : List.of("/bearbeiten", "/beschlussvorschlag", "/einreichen")) {
            var late = site.send(paper + path, Map.of("title", "Neu", "point1", "Neu", "version", site.version(paper)));
            assertThat(late.statusCode()).as(path).isEqualTo(409);
        }
        assertThat(site.send(paper + "/loeschen", Map.of("version", site.version(paper)))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void changesOnlyInANextEditionAndKeepsTheEarlierOne() throws Exception {
        site.submit(paper);
        site.send(paper + "/neue-fassung", Map.of("version", site.version(paper)));
        site.send(
                paper + "/beschlussvorschlag",
                Map.of(
                        "point1", "Das Konzept gilt.",
                        "point2", "Es wird gedruckt.",
                        "withdrawn2", "true",
                        "version", site.version(paper)));
        assertThat(site.page(paper)).contains("Das Konzept gilt.", "Zurückgezogen: Es wird gedruckt.");
        assertThat(site.page(paper + "?fassung=1"))
                .contains("(Anlage 1) beschlossen")
                .doesNotContain("Das Konzept gilt.", "/abschnitte/");
        String member = member();
        assertThat(platform.page(paper, member).body()).contains("(Anlage 1) beschlossen");
        assertThat(platform.page(paper + "?fassung=2", member).statusCode()).isEqualTo(404);
        site.submit(paper);
        assertThat(platform.page(paper, member).body()).contains("Das Konzept gilt.");
        assertThat(platform.page(paper + "?fassung=1", member).body()).contains("(Anlage 1) beschlossen");
    }

    @Test
    void isPrintedWithItsStructure() throws Exception {
        site.submit(paper);
        byte[] pdf = bytes(paper + "/vorlage.pdf").body();
        assertThat(Conformity.complaints(pdf)).isEmpty();
        assertThat(Aloud.read(pdf))
                .containsPattern(
                        "(?s)Beschlussvorschlag.*Sachverhalt.*Vorberatung.*Inhalte und Gliederung.*Sprache: 1 Ziel.*Weitere"
                                + " Schritte.*Finanzielle Auswirkungen.*Anlagen.*SHA-256");
        try (var word = new XWPFDocument(
                        new ByteArrayInputStream(bytes(paper + "/vorlage.docx").body()));
                var reader = new XWPFWordExtractor(word)) {
            assertThat(reader.getText()).contains("Beschlussvorschlag", "Sachverhalt", "82/2017", "Handlungsfelder");
        }
    }

    @Test
    void draftsBelongToTheLeadAndPapersToTheirCounty() throws Exception {
        String member = member();
        String reader = platform.cookie(site.county, Roles.READER);
        assertThat(platform.page(paper, member).statusCode()).isEqualTo(404);
        assertThat(platform.page(site.base, member).body())
                .contains("Noch keine Vorlage")
                .doesNotContain(paper);
        site.submit(paper);
        assertThat(platform.page(paper, member).statusCode()).isEqualTo(200);
        assertThat(platform.page(paper, reader).statusCode()).isEqualTo(404);
        assertThat(bytes(paper + "/vorlage.pdf", reader).statusCode()).isEqualTo(404);
        assertThat(bytes(paper + "/vorlage.pdf", member).statusCode()).isEqualTo(200);
        assertThat(platform.page(site.base, reader).body()).doesNotContain(paper);
        assertThat(platform.page(paper + "/bearbeiten", member).statusCode()).isEqualTo(403);
        Workspace other = platform.county();
        String foreign = platform.cookie(other, Roles.LEAD);
        for (String path : List.of("", "/bearbeiten", "/einreichen")) {
            assertThat(platform.page((paper + path).replace(site.county.slug(), other.slug()), foreign)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private String member() throws Exception {
        String committee = site.found("Sozialausschuss", "council_committee");
        site.turn(paper, committee, "preliminary", "non_public");
        return Members.cookie(new Members(platform, site.county).of(committee));
    }

    @Test
    void saysWhatIsWrongWithANewPaper() throws Exception {
        var refused = site.send(
                site.base, Map.of("kind", "brief", "source", "version:x", "title", "", "number", "1".repeat(41)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Wählen Sie die Art der Vorlage.", "Wählen Sie eine Grundlage", "href=\"#f-number\"");
        assertThat(site.send(site.base, Map.of("kind", "information", "source", "", "title", ""))
                        .body())
                .contains("Geben Sie der Vorlage einen Titel.");
        String own = PaperSite.location(
                site.send(site.base, Map.of("kind", "information", "source", "", "title", "Kurzbericht")));
        assertThat(site.page(own)).contains("Kurzbericht", "wird zur Kenntnis genommen", "Hier steht noch nichts.");
        assertThat(site.send(own + "/loeschen", Map.of("version", site.version(own)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.page(site.base)).doesNotContain("Kurzbericht");
    }

    @Test
    void takesMoreFilesAfterwardsIfTheyAreSmallEnough() throws Exception {
        site.submit(paper);
        var sent = platform.upload(paper + "/anlagen", site.lead, Map.of(), "Stellungnahme.pdf", PDF);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(site.page(paper))
                .contains("Stellungnahme.pdf", HexFormat.of().formatHex(Sha256.of(PDF)));
        var large = platform.upload(
                paper + "/anlagen", site.lead, Map.of(), "gross.pdf", Arrays.copyOf(PDF, EvidenceKind.LARGEST + 1));
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("10 MB");
        assertThat(platform.upload(
                                paper + "/anlagen",
                                site.lead,
                                Map.of(),
                                "boese.pdf",
                                "<html>".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        assertThat(site.page(paper)).doesNotContain("gross.pdf", "boese.pdf");
    }

    private String part(String heading) throws Exception {
        return site.find(
                paper,
                "href=\"(" + paper + "/abschnitte/[0-9a-f-]{36})\" aria-label=\"Abschnitt bearbeiten: " + heading);
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        return bytes(path, site.lead);
    }

    private HttpResponse<byte[]> bytes(String path, String cookie) throws Exception {
        return http.send(
                platform.request(path)
                        .header("Accept", "*/*")
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
