package de.kreiskonzept.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.foundation.pdf.Conformity;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.document.paper.Aloud;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class PapersIT {
    private static final String LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragung".repeat(5);
    private static final List<String> PAGES =
            List.of("konzept.pdf", "konzept.docx", "anlage-2.pdf", "anlage-2.docx", "anlage-2.xlsx");
    private static final List<String> OPERATIONS =
            List.of("concept.pdf", "concept.docx", "annex-2.pdf", "annex-2.docx", "annex-2.xlsx");

    private final PlatformUnderTest platform;
    private final HttpClient http = HttpClient.newHttpClient();

    PapersIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    private HttpResponse<byte[]> get(String path, String token) throws Exception {
        return http.send(
                platform.request(path)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> browse(String path, Workspace county, String role) throws Exception {
        return http.send(
                platform.request(path)
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Cookie", platform.cookie(county, role))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private String version(Workspace county, String token) throws Exception {
        var versions = platform.get("/api/v1/%s/versions".formatted(county.slug()), token);
        return new ObjectMapper().readTree(versions.body()).get(0).get("id").asText();
    }

    private byte[] file(Workspace county, String name) throws Exception {
        String token = platform.token(county, Roles.READER);
        var answer = get("/api/v1/%s/versions/%s/%s".formatted(county.slug(), version(county, token), name), token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** A county with texts that are hard on files; everything it holds is told by {@link #told}. */
    private Workspace sample() throws Exception {
        var county = platform.county();
        try (var sample = new ConceptSample(county)) {
            UUID field = sample.section(null, "field_of_action", "Sprache & Bildung " + LONG);
            UUID theme = sample.section(null, "cross_cutting_theme", "Kommunen");
            UUID overall = sample.goal(field, null, "overall_goal", "Alle können Deutsch <b>lernen</b>.");
            UUID goal = sample.goal(field, overall, "sub_goal", "Kurse sind \"überall\" erreichbar\u0001.");
            sample.goal(theme, null, "sub_goal", "Gemeinden helfen einander.");
            sample.measure(field, "<script>alert('Kurs')</script>", "green", true, goal);
            sample.measure(field, "Zwei Ziele, eine Maßnahme", "yellow", true, goal, overall);
            sample.measure(theme, "Ohne Ziel: 50 % der Plätze; ½ & mehr", "red", false);
            sample.figure(field, "Zugezogene <i>");
            sample.indicator(goal, "Teilnehmende & Orte");
            sample.text("Vorwort", "# Grußwort\n\nErste *Zeile*\n\n- <i>Punkt</i>");
        }
        return county;
    }

    private static List<String> told() {
        return List.of(
                "Sprache & Bildung " + LONG,
                "Kommunen",
                "Alle können Deutsch <b>lernen</b>.",
                "Kurse sind \"überall\" erreichbar.",
                "Gemeinden helfen einander.",
                "<script>alert('Kurs')</script>",
                "Zwei Ziele, eine Maßnahme",
                "Ohne Ziel: 50 % der Plätze; ½ & mehr",
                "Amt für Migration");
    }

    /** Without white space, which depends on the width of lines, and with ligatures taken apart. */
    private static String dense(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    @Test
    void everyPaperTellsWhatTheDatabaseHolds() throws Exception {
        var county = sample();
        for (String name : List.of("concept.pdf", "annex-2.pdf")) {
            byte[] file = file(county, name);
            assertThat(Conformity.complaints(file)).isEmpty();
            String text = dense(Aloud.read(file));
            assertThat(told()).allSatisfy(told -> assertThat(text).contains(dense(told)));
            assertThat(text).contains(dense(county.name()));
        }
        for (String name : List.of("concept.docx", "annex-2.docx")) {
            try (var file = new XWPFDocument(new ByteArrayInputStream(file(county, name)));
                    var reader = new XWPFWordExtractor(file)) {
                String text = reader.getText();
                assertThat(told()).allSatisfy(told -> assertThat(text).contains(told));
                assertThat(text).contains(county.name());
            }
        }
        try (var file = new XSSFWorkbook(new ByteArrayInputStream(file(county, "annex-2.xlsx")))) {
            String text = StreamSupport.stream(file.getSheetAt(0).spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .map(Object::toString)
                    .collect(Collectors.joining("\n"));
            assertThat(told()).allSatisfy(told -> assertThat(text).contains(told));
            assertThat(text).contains(county.name(), "Grün", "Gelb", "Rot");
        }
    }

    @Test
    void figuresStandInTheirChapterAsChartAndTable() throws Exception {
        byte[] file = file(sample(), "concept.pdf");
        assertThat(dense(Aloud.read(file)))
                .contains("Zahlen,Daten,FaktenZugezogene<i>inPersonen", "ZeitWertAnmerkungQuelle20237");
        assertThat(Aloud.pictures(file))
                .containsExactly(
                        "Zugezogene <i> in Personen. 1 Wert von 2023 bis 2023; kleinster Wert 7 (2023), größter Wert 7"
                                + " (2023). Alle Zahlen stehen in der Tabelle.");
    }

    @Test
    void stepsOfTheProcessAndCommitteesStandInTheirChapters() throws Exception {
        var county = sample();
        String lead = platform.token(county, Roles.LEAD);
        String api = "/api/v1/" + county.slug();
        String chapters = api + "/versions/" + version(county, lead) + "/chapters";
        var put = platform.send(platform.request(chapters)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header(
                        "If-Match",
                        platform.get(chapters, lead)
                                .headers()
                                .firstValue("ETag")
                                .orElseThrow())
                .PUT(BodyPublishers.ofString("{\"chapters\":[{\"kind\":\"participation\",\"title\":\"Beteiligung\"},"
                        + "{\"kind\":\"structures\",\"title\":\"Strukturen\"}]}")));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        platform.post(
                api + "/committees",
                lead,
                "{\"name\":\"Lenkungsgruppe\",\"kind\":\"guidance_group\",\"rank\":2,\"tasks\":[\"Ziele vorbereiten\"]}");
        platform.post(api + "/processes", lead, "{\"title\":\"Weg\",\"template\":\"konstanz\",\"begin\":\"03/2016\"}");

        try (var file = new XWPFDocument(new ByteArrayInputStream(file(county, "concept.docx")));
                var reader = new XWPFWordExtractor(file)) {
            assertThat(reader.getText())
                    .containsPattern("(?s)Beteiligung.*Steuerungsgruppe gründen.*Netzwerke ausbauen.*ab 04/2017"
                            + ".*Strukturen.*Gremien am .*Lenkungsgruppe.*geplant.*Ziele vorbereiten");
        }
    }

    @Test
    void indicatorsStandAtTheirGoalAsTable() throws Exception {
        assertThat(dense(Aloud.read(file(sample(), "concept.pdf"))))
                .containsPattern(
                        "überall.*erreichbar.*Indikator:Teilnehmende&OrteinPersonen.*ZeitWertAnmerkungQuelle20235");
        try (var file = new XWPFDocument(new ByteArrayInputStream(file(sample(), "concept.docx")));
                var reader = new XWPFWordExtractor(file)) {
            assertThat(reader.getText()).contains("Indikator: Teilnehmende & Orte in Personen");
        }
    }

    @Test
    void textsOfTheVersionStandBeforeTheFields() throws Exception {
        assertThat(Aloud.read(file(sample(), "concept.pdf")))
                .containsPattern("(?s)Vorwort.*Grußwort.*Erste .*Zeile.*<i>Punkt</i>.*Handlungsfelder.*Oberziel");
    }

    @Test
    void readersTakeThemFromThePage() throws Exception {
        var county = sample();
        String version = version(county, platform.token(county, Roles.READER));
        var page = platform.page("/%s/konzept".formatted(county.slug()), platform.cookie(county, Roles.READER));
        for (String name : PAGES) {
            String path = "/%s/konzept/fassung/%s/%s".formatted(county.slug(), version, name);
            assertThat(page.body()).contains("href=\"" + path + "\"");
            var answer = browse(path, county, Roles.READER);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment; filename=\"" + (name.startsWith("k") ? "Integrationskonzept" : "Anlage-2"))
                    .contains("-Landkreis-Pruefstadt-", "filename*=UTF-8''", "-Landkreis-Pr%C3%BCfstadt-")
                    .contains("-Entwurf-")
                    .endsWith(name.substring(name.indexOf('.')));
        }
    }

    @Test
    void anEmptyConceptSaysSo() throws Exception {
        var county = platform.county();
        new ConceptSample(county).close();
        byte[] concept = file(county, "concept.pdf");

        assertThat(Aloud.read(concept)).contains("In dieser Fassung ist noch nichts erfasst.");
        assertThat(Conformity.complaints(concept)).isEmpty();
        assertThat(Aloud.read(file(county, "annex-2.pdf"))).contains("noch nichts erfasst: Ziele, Maßnahmen");
        for (String name : OPERATIONS) {
            assertThat(file(county, name)).isNotEmpty();
        }
    }

    @Test
    void aVersionOfAnotherCountyIsNotThere() throws Exception {
        var county = platform.county();
        var other = sample();
        String theirs = version(other, platform.token(other, Roles.READER));
        String token = platform.token(county, Roles.LEAD);
        for (String name : OPERATIONS) {
            var answer = get("/api/v1/%s/versions/%s/%s".formatted(county.slug(), theirs, name), token);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        for (String name : PAGES) {
            String path = "/%s/konzept/fassung/%s/%s".formatted(county.slug(), theirs, name);
            assertThat(browse(path, county, Roles.LEAD).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void nobodyTakesThemWithoutSigningIn() throws Exception {
        var county = platform.county();
        for (String name : OPERATIONS) {
            var request =
                    platform.request("/api/v1/%s/versions/%s/%s".formatted(county.slug(), UUID.randomUUID(), name));
            assertThat(platform.send(request).statusCode()).isEqualTo(401);
        }
    }
}
