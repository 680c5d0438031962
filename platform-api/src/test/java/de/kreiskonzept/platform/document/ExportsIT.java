package de.kreiskonzept.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files a person takes away, read by other libraries and held against the interface. */
@ExtendWith(PlatformUnderTest.Given.class)
class ExportsIT {
    private static final int FIRST_NUMBER = 5;

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID language;
    private String token;

    ExportsIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithEveryLight() throws Exception {
        county = platform.county();
        token = platform.token(county, Roles.READER);
        try (var concept = new ConceptSample(county)) {
            language = concept.section(null, "field_of_action", "Sprache; \"Deutsch\"");
            var overall = concept.goal(language, null, "overall_goal", "Oberziel");
            var courses = concept.goal(language, overall, "sub_goal", "=HYPERLINK(\"http://boese.example\")");
            var places = concept.goal(language, overall, "sub_goal", "Orte");
            concept.measure(language, "+49 anrufen", "green", true, courses, places);
            concept.measure(language, "-1 Kurs", "yellow", true, courses);
            concept.measure(language, "@alle", "red", true, courses);
            concept.measure(language, "zählt nicht", "red", false, places);
            var themes = concept.section(null, "cross_cutting_theme", "Nur Idee");
            concept.measure(themes, "zählt auch nicht", "green", false);
        }
    }

    @Test
    void workbookAndTextHoldTheNumbersOfTheInterface() throws Exception {
        List<List<String>> sheet = sheet("ampel.xlsx");
        List<List<String>> text = text("ampel.csv");
        JsonNode ampel = new ObjectMapper()
                .readTree(platform.get("/api/v1/" + county.slug() + "/ampel", token)
                        .body());

        assertThat(numbers(sheet)).isEqualTo(numbers(text));
        assertThat(sheet.get(1).subList(FIRST_NUMBER, 11)).isEqualTo(figures(ampel.at("/total/lights")));
        List<List<String>> sections =
                sheet.stream().filter(row -> row.get(0).equals("Bereich")).toList();
        assertThat(sections).hasSize(2);
        for (int i = 0; i < sections.size(); i++) {
            assertThat(sections.get(i).subList(FIRST_NUMBER, 11))
                    .isEqualTo(figures(ampel.at("/sections/" + i + "/figures/lights")));
        }
        assertThat(sections.get(1).subList(11, 15))
                .as("nothing counts, no share")
                .containsOnly("");
        assertThat(sheet.get(1).subList(11, 15)).containsExactly("34", "33", "33", "0");
    }

    @Test
    void nameTheColourOfEachPartTheComputedOneAndWhyAPersonSetAnother() throws Exception {
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO monitoring_override (id, version_id, section_id, computed, light, reason,"
                    + " account_name, created_at, modified_at, version) SELECT gen_random_uuid(), id, '" + language
                    + "', 'red', 'green', 'Es geht voran.', 'x', now(), now(), 0 FROM concept_version");
        }
        JsonNode ampel = new ObjectMapper()
                .readTree(platform.get("/api/v1/" + county.slug() + "/ampel", token)
                        .body());
        for (List<List<String>> rows : List.of(sheet("ampel.xlsx"), text("ampel.csv"))) {
            int colour = rows.getFirst().indexOf("Gesamtfarbe");
            assertThat(rows.getFirst().subList(colour, colour + 3))
                    .containsExactly("Gesamtfarbe", "Berechnete Gesamtfarbe", "Von Hand gesetzt, weil");
            List<String> section = rows.stream()
                    .filter(row -> row.get(0).equals("Bereich"))
                    .findFirst()
                    .orElseThrow();
            assertThat(section.get(colour)).isEqualTo("Grün");
            assertThat(section.get(colour + 2)).isEqualTo("Es geht voran.");
            assertThat(List.of("Grün", "Gelb", "Rot", "Nicht bewertet")).contains(section.get(colour + 1));
            assertThat(rows.stream().filter(row -> row.get(0).equals("Art")))
                    .allMatch(row -> row.get(colour).isEmpty());
        }
        assertThat(ampel.toString()).contains("Es geht voran.");
    }

    @Test
    void neitherFileHoldsAFormula() throws Exception {
        assertThat(cells(text("ampel.csv"))).contains("'=HYPERLINK(\"http://boese.example\")");
        assertThat(cells(sheet("ampel.xlsx"))).contains("=HYPERLINK(\"http://boese.example\")");
        assertThat(cells(text("massnahmen.csv"))).contains("'+49 anrufen", "'-1 Kurs", "'@alle");
        assertThat(cells(sheet("massnahmen.xlsx"))).contains("+49 anrufen", "-1 Kurs", "@alle");
    }

    @Test
    void takesExactlyTheRowsOfTheFilter() throws Exception {
        assertThat(cells(text("ampel.csv?section=" + language)))
                .contains("Orte")
                .doesNotContain("Nur Idee");
        assertThat(cells(text("ampel.csv?kind=cross_cutting_theme")))
                .contains("Nur Idee")
                .doesNotContain("Orte");
        assertThat(text("massnahmen.csv?ampel=gelb")).hasSize(2);
    }

    @Test
    void namesTheFileByCountyAndDay() throws Exception {
        assertThat(file("ampel.xlsx")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .matches("attachment; filename=\"ampel-" + county.slug() + "-\\d{4}-\\d{2}-\\d{2}\\.xlsx\"");
        assertThat(file("massnahmen.csv")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .matches("attachment; filename=\"massnahmen-" + county.slug() + "-\\d{4}-\\d{2}-\\d{2}\\.csv\"");
    }

    @Test
    void hasNoFileOfACountyWithoutConcept() throws Exception {
        Workspace empty = platform.county();
        String cookie = platform.cookie(empty, Roles.READER);

        assertThat(status("/" + empty.slug() + "/ampel.xlsx", cookie)).isEqualTo(404);
        assertThat(status("/" + county.slug() + "/ampel.xlsx", cookie)).isEqualTo(404);
    }

    private int status(String path, String cookie) throws Exception {
        return platform.send(platform.request(path).header("Cookie", cookie)).statusCode();
    }

    private static List<String> figures(JsonNode lights) {
        return List.of("green", "yellow", "red", "grey", "counted", "notCounted").stream()
                .map(name -> lights.get(name).asText())
                .toList();
    }

    /** Everything but the names, which carry an apostrophe in the text where they look like a formula. */
    private static List<List<String>> numbers(List<List<String>> rows) {
        return rows.stream().map(row -> row.subList(FIRST_NUMBER, row.size())).toList();
    }

    private static List<String> cells(List<List<String>> rows) {
        return rows.stream().flatMap(List::stream).toList();
    }

    private List<List<String>> text(String name) throws Exception {
        return ExportsTest.read(new String(file(name).body(), StandardCharsets.UTF_8));
    }

    private List<List<String>> sheet(String name) throws Exception {
        var rows = new ArrayList<List<String>>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file(name).body()))) {
            var sheet = workbook.getSheetAt(0);
            int columns = sheet.getRow(0).getLastCellNum();
            sheet.forEach(row -> rows.add(IntStream.range(0, columns)
                    .mapToObj(column -> words(row.getCell(column)))
                    .toList()));
        }
        return rows;
    }

    private static String words(Cell cell) {
        if (cell == null) {
            return "";
        }
        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
        return cell.getCellType() == CellType.NUMERIC
                ? String.valueOf((int) cell.getNumericCellValue())
                : cell.getStringCellValue();
    }

    private HttpResponse<byte[]> file(String name) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(platform.url() + "/" + county.slug() + "/" + name))
                            .header("Cookie", "kk_session=" + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        }
    }
}
