package de.kreiskonzept.platform.oparl.reference;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.resolution.PaperSite;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings and papers of another council information system that a county refers to. */
@ExtendWith(PlatformUnderTest.Given.class)
class ReferenceIT {
    private static final String MEETING = """
            {"id": "https://rats.example/meeting/1", "type": "https://schema.oparl.org/1.0/Meeting", "name": "Kreistag im März",
             "start": "2026-03-16T23:30:00Z", "organization": ["https://rats.example/organization/7"],
             "web": "https://rats.example/sitzung?id=1"}""";
    private static final String PAPER = """
            {"id": "https://rats.example/paper/2", "type": "https://schema.oparl.org/1.1/Paper", "name": "Integrationskonzept",
             "reference": "82/2017", "date": "2017-11-27"}""";
    private static final String ORGANISATION = """
            {"id": "https://rats.example/organization/7", "type": "https://schema.oparl.org/1.1/Organization", "name": "kreistag"}""";

    private final PlatformUnderTest platform;
    private PaperSite site;
    private String base;
    private String council;

    ReferenceIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyWithACouncil() throws Exception {
        site = new PaperSite(platform);
        base = "/" + site.county.slug() + "/gremien/verweise";
        council = site.found("Kreistag", "county_council");
    }

    @Test
    void areShownBeforeTheyAreTakenOverAndLeadToTheOriginal() throws Exception {
        String preview = preview("[" + MEETING + "," + PAPER + "," + ORGANISATION + "]");
        assertThat(site.page(preview))
                .contains("Neu: 2.", "Nicht übernommen: 1.", "weder eine Sitzung (Meeting)", "17.03.2026")
                .contains("<option value=\"" + council + "\" selected");
        assertThat(site.page(base)).contains("Noch keine Verweise");
        assertThat(takeOver(preview, council).statusCode()).isEqualTo(303);
        assertThat(site.page(base))
                .contains(
                        "2 Verweise",
                        "href=\"https://rats.example/sitzung?id=1\"",
                        "href=\"https://rats.example/paper/2\"")
                .contains("82/2017", "27.11.2017", ">Kreistag</td>");
        assertThat(platform.page(preview, site.lead).statusCode()).isEqualTo(404);
    }

    @Test
    void areUpdatedByTheirIdAndNeverDoubled() throws Exception {
        takeOver(preview(MEETING), council);
        String again = preview("{\"data\": [" + MEETING.replace("im März", "im April") + "," + PAPER + "]}");
        assertThat(site.page(again))
                .contains("Neu: 1.", "Schon vorhanden und aktualisiert: 1.")
                .contains("<option value=\"" + council + "\" selected");
        takeOver(again, council);
        assertThat(site.page(base)).contains("2 Verweise", "Kreistag im April").doesNotContain("Kreistag im März");
        String gone = preview("{\"id\": \"https://rats.example/meeting/1\", \"deleted\": true,"
                + " \"type\": \"https://schema.oparl.org/1.1/Meeting\"}");
        assertThat(site.page(gone)).contains("hier entfernt: 1.", "wird entfernt");
        takeOver(gone, "");
        assertThat(site.page(base))
                .contains("Ein Verweis", "Integrationskonzept")
                .doesNotContain("Kreistag im April");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "https://a.example/1",\\n "name" 5} | Der Fehler steht in Zeile 2
            kein JSON | keine lesbare JSON-Datei
            [] | Die Datei enthält kein Objekt.
            "nur ein Text" | Die Datei enthält kein Objekt.
            {"data": []} | Die Datei enthält kein Objekt.
            """)
    void areRefusedWithASentenceWhereTheFileIsBad(String content, String sentence) throws Exception {
        var answer = upload(content.replace("\\n", "\n"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence, "f-file");
    }

    @Test
    void sayOfEachObjectWhyItIsLeftOutOrChanged() throws Exception {
        String preview = preview("["
                + String.join(
                        ",",
                        MEETING,
                        MEETING,
                        MEETING.replace("https://rats.example/meeting/1", "javascript:alert(1)"),
                        MEETING.replace("/meeting/1", "/meeting/3").replace("Kreistag im März", " "),
                        MEETING.replace("/meeting/1", "/meeting/4").replace("2026-03-16T23:30:00Z", "31.02.2026"),
                        MEETING.replace("/meeting/1", "/meeting/5")
                                .replace("https://rats.example/sitzung?id=1", "javascript:alert(1)")
                                .replace("Kreistag im März", "<b>Fünf</b>\\u0000"),
                        "7")
                + "]");
        assertThat(site.page(preview))
                .contains("Neu: 3.", "Nicht übernommen: 4.", "steht schon weiter oben", "keine Bezeichnung (name)")
                .contains("keine Adresse mit http oder https", "Der Zeitpunkt ist nicht lesbar", "&lt;b")
                .doesNotContain("<b>Fünf");
        takeOver(preview, council);
        assertThat(site.page(base))
                .contains("3 Verweise", "href=\"https://rats.example/meeting/5\"")
                .doesNotContain("javascript:");
    }

    @Test
    void belongToACommitteeOfThisCountyOrToNone() throws Exception {
        String preview = preview(MEETING);
        String foreign = new PaperSite(platform).found("Kreistag", "county_council");
        var refused = takeOver(preview, foreign);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Wählen Sie ein Gremium aus der Liste oder keines.");
        takeOver(preview, "");
        assertThat(site.page(base)).contains("Kreistag im März").doesNotContain(">Kreistag</td>");
    }

    @Test
    void areBroughtInAndDeletedByTheLeadOfThisCountyAlone() throws Exception {
        String preview = preview(MEETING);
        for (String role : List.of(Roles.ADMIN, Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            String cookie = platform.cookie(site.county, role);
            assertThat(platform.page(preview, cookie).statusCode()).as(role).isEqualTo(403);
            assertThat(platform.page(base, cookie).statusCode()).as(role).isEqualTo(200);
        }
        var other = new PaperSite(platform);
        String there = preview.replace(site.county.slug(), other.county.slug());
        assertThat(platform.page(there, other.lead).statusCode()).isEqualTo(404);
        assertThat(other.send(there + "/uebernehmen", Map.of()).statusCode()).isEqualTo(404);
        takeOver(preview, council);
        String delete = site.find(base, "action=\"(" + base + "/[0-9a-f-]{36}/loeschen)\"");
        assertThat(other.send(delete.replace(site.county.slug(), other.county.slug()), Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(site.send(delete, Map.of("version", "0")).statusCode()).isEqualTo(303);
        assertThat(site.page(base)).contains("Noch keine Verweise");
    }

    @Test
    void ofAFileAreAtMostFiveMegabytesAndFiveThousandObjects() throws Exception {
        assertThat(upload(" ".repeat(References.LARGEST) + "{}").statusCode()).isEqualTo(413);
        String many = "[" + "{},".repeat(ReferenceFile.MOST) + "{}]";
        assertThat(upload(many).body()).contains("mehr als 5.000 Objekte");
        assertThat(platform.upload(base + "/import", site.lead, Map.of(), "leer.json", new byte[0])
                        .body())
                .contains("Wählen Sie eine Datei aus.");
    }

    private HttpResponse<String> upload(String content) throws Exception {
        return platform.upload(
                base + "/import", site.lead, Map.of(), "oparl.json", content.getBytes(StandardCharsets.UTF_8));
    }

    private String preview(String content) throws Exception {
        return PaperSite.location(upload(content));
    }

    private HttpResponse<String> takeOver(String preview, String committee) throws Exception {
        return site.send(preview + "/uebernehmen", Map.of("committee-0", committee));
    }
}
