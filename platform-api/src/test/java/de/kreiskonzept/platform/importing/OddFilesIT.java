package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.Files;
import de.kreiskonzept.platform.importing.file.SourceFile;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files as they really come: each gets a clear answer, and nothing is half imported. */
@ExtendWith(PlatformUnderTest.Given.class)
class OddFilesIT {
    private static final String[] PLAN = {"Handlungsfeld|Ziel|Nr.|Maßnahme|Status", "Sprache|Kurse|1|Kurs am Abend|"};

    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;

    OddFilesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void refusesAPictureThatIsCalledAWorkbook() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        expectRefusal("plan.xlsx", picture, "not-this-format", "keine lesbare Datei der Art .xlsx");
    }

    @Test
    void refusesAPassword() throws Exception {
        expectRefusal("plan.xlsx", Files.encrypted(Files.workbook(PLAN)), "protected", "Kennwort");
    }

    @Test
    void refusesMacros() throws Exception {
        byte[] file = Files.with(Files.workbook(PLAN), "xl/vbaProject.bin", "x");
        expectRefusal("plan.xlsm", file, "macros", "Makros");
    }

    @Test
    void refusesAFileThatUnpacksWithoutEnd() throws Exception {
        byte[] bomb = Files.archive(Map.of(
                "xl/workbook.xml",
                "<a/>".getBytes(StandardCharsets.UTF_8),
                "xl/media/a.bin",
                new byte[SourceFile.MOST_UNPACKED + 1]));
        expectRefusal("bombe.xlsx", bomb, "unpacks-too-large", "größer als 100 MB");
    }

    @Test
    void refusesMoreThanTenThousandRows() throws Exception {
        expectRefusal("plan.xlsx", Files.workbook(rows(SourceFile.MOST_ROWS + 1)), "too-many-rows", "10.000 Zeilen");
    }

    @Test
    void refusesAFormWithoutAFileAndAnEmptyFile() throws Exception {
        expectRefusal("leer.txt", new byte[0], "text-empty", "leer");
        var without = platform.send(platform.request(api("/imports"))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "multipart/form-data; boundary=" + Files.BOUNDARY)
                .POST(BodyPublishers.ofString(
                        "--" + Files.BOUNDARY + "\r\nContent-Disposition: form-data; name=\"anders\"\r\n\r\nx\r\n--"
                                + Files.BOUNDARY + "--\r\n")));
        assertThat(without.statusCode()).as(without.body()).isEqualTo(422);
    }

    @Test
    void namesReusedNumbersDoublesEmptyRowsAndMergedCellsAtTheirPlace() throws Exception {
        byte[] file = Files.workbook(sheet -> {
            String[] head = PLAN[0].split("\\|");
            IntStream.range(0, head.length).forEach(column -> sheet.value(0, column, head[column]));
            write(sheet, 1, "Sprache|Kurse|1|Kurs am Abend");
            write(sheet, 2, "||1|Kurs am Morgen");
            write(sheet, 4, "Sprache|Kurse|1|Kurs am Abend");
            sheet.range(1, 0, 2, 0).merge();
        });
        JsonNode preview = preview("plan.xlsx", file);
        assertThat(places(preview, "duplicate_number")).isNotEmpty();
        assertThat(places(preview, "double_measure")).containsExactly("Zelle Plan!D5");
        assertThat(places(preview, "merged_cell")).containsExactly("Zelle Plan!A2");
        assertThat(places(preview, "empty_rows")).hasSize(1);
        assertThat(preview.get("measures").asInt()).isEqualTo(2);
    }

    private static void write(org.dhatim.fastexcel.Worksheet sheet, int row, String cells) {
        String[] words = cells.split("\\|");
        IntStream.range(0, words.length)
                .filter(column -> !words[column].isEmpty())
                .forEach(column -> sheet.value(row, column, words[column]));
    }

    @Test
    void takesTheValueOfAFormulaAndNamesOneWithout() throws Exception {
        byte[] file = Files.workbook(sheet -> {
            write(sheet, 0, PLAN[0]);
            write(sheet, 1, PLAN[1]);
            sheet.formula(1, 4, "IF(TRUE,1,2)");
        });
        String name = "xl/worksheets/sheet1.xml";
        String second = "<row r=\"3\"><c r=\"D3\" t=\"str\"><f>D2</f><v>Kurs am Mittag</v></c></row></sheetData>";
        JsonNode preview = preview(
                "plan.xlsx", Files.with(file, name, Files.entry(file, name).replace("</sheetData>", second)));
        assertThat(places(preview, "formula")).containsExactly("Zelle Plan!D3");
        assertThat(places(preview, "formula_without_value")).containsExactly("Zelle Plan!E2");
        assertThat(preview.get("measures").asInt()).isEqualTo(2);
    }

    @Test
    void takesTenThousandRowsOverOnce() throws Exception {
        String upload = preview("plan.xlsx", Files.workbook(rows(SourceFile.MOST_ROWS)))
                .get("id")
                .asText();
        JsonNode done = json(
                platform.send(platform.request(api("/imports/" + upload + "/take-over"))
                        .header("Authorization", "Bearer " + lead)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))),
                200);
        assertThat(done.get("measures").asInt()).isEqualTo(SourceFile.MOST_ROWS);
        assertThat(json(platform.get(api("/imports/" + upload), lead), 200)
                        .at("/plan/measures")
                        .asInt())
                .as("the same file twice")
                .isZero();
    }

    private static String[] rows(int number) {
        return IntStream.rangeClosed(0, number)
                .mapToObj(row -> row == 0
                        ? PLAN[0]
                        : "Feld " + row % 20 + "|Ziel " + row % 200 + "|" + row + "|Kurs mit der Nummer " + row
                                + "|umgesetzt")
                .toArray(String[]::new);
    }

    private void expectRefusal(String name, byte[] file, String slug, String sentence) throws Exception {
        HttpResponse<String> answer = upload(name, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(slug, sentence);
        assertThat(platform.in(county, () -> platform.bean(Import.class).list()))
                .isEmpty();
        assertThat(platform.in(county, () -> platform.bean(Concepts.class).findCurrentVersion()))
                .isEmpty();
    }

    private JsonNode preview(String name, byte[] file) throws Exception {
        return json(upload(name, file), 201);
    }

    private HttpResponse<String> upload(String name, byte[] file) throws Exception {
        return platform.send(platform.request(api("/imports"))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "multipart/form-data; boundary=" + Files.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(Files.form(name, file))));
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> places(JsonNode preview, String kind) {
        return StreamSupport.stream(preview.get("deviations").spliterator(), false)
                .filter(one -> one.get("kind").asText().equals(kind))
                .map(one -> one.get("place").asText())
                .toList();
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + path;
    }
}
