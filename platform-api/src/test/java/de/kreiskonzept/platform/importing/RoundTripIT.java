package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.Files;
import de.kreiskonzept.platform.importing.file.SheetWriter;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A concept in each format comes in, is edited on a page and in Excel (another program writes the file anew), goes out as workbook and
 * comes into another county with equal content: equal are kind, level and every cell of every row of the workbook, that is names,
 * texts, numbers, stated counts, responsible bodies, lights with reason and justification, and what measures say besides. Not
 * compared are ids, versions, dates, accounts and the layout of the first file.
 */
@ExtendWith(PlatformUnderTest.Given.class)
class RoundTripIT {
    private static final List<String> TABLE = List.of(
            "Handlungsfeld|Ziel|Nr.|Maßnahme|Zuständig|Status|Laufzeit|Kosten",
            "Sprache|Kurse sind gut zu finden.|1a|Kurse am Abend für Mütter & Väter|Volkshochschule|umgesetzt|2026|12.500 €",
            "Sprache|Kurse sind gut zu finden.|1b|Kurse am Morgen|Caritas, AWO|in Planung|ab 2027|1.234,50 €",
            "Sprache|Prüfungen gelingen.|2a|Nachhilfe|||nach Bedarf|",
            "Wohnen|Alle wohnen gut.|1|„Größere“ Wohnungen – auch im Süden|Baugenossenschaft|umgesetzt||");
    private static final List<String> TEXT = List.of(
            "Handlungsfeld Sprache",
            "Oberziel: Alle verstehen einander.",
            "Unterziel 1: Kurse sind gut zu finden.",
            "Maßnahme 1a: Kurse am Abend für Mütter und Väter",
            "Maßnahme 1b: Kurse am Morgen",
            "Unterziel 2: Prüfungen gelingen.",
            "Maßnahme 2a: Nachhilfe",
            "Querschnittsthema Ehrenamt",
            "Oberziel: Engagement gelingt.",
            "Unterziel 1: Vereine sind offen.",
            "Maßnahme 1: Lotsinnen und Lotsen begleiten in Vereine.");

    private final PlatformUnderTest platform;
    private final Map<String, String> tokens = new HashMap<>();
    private Workspace county;

    RoundTripIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
    }

    @Test
    void keepsTheRealAmpeldokument() throws Exception {
        Path document = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/sources/konstanz-2025-ampeldokument.txt"))
                .filter(java.nio.file.Files::exists)
                .findFirst()
                .orElse(null);
        assumeTrue(document != null, "skipped: the real Ampeldokument is not beside the checkout");
        List<OutlineRow> rows = roundTrip("ampeldokument.txt", java.nio.file.Files.readAllBytes(document));
        assertThat(rows).filteredOn(row -> row.kind() == Kind.OVERALL_GOAL).hasSize(11);
        assertThat(rows).filteredOn(row -> row.kind() == Kind.SUB_GOAL).hasSize(64);
        assertThat(rows.getFirst().value(Field.STATED_MEASURES)).isEqualTo("193");
    }

    @Test
    void keepsAText() throws Exception {
        expectTheText(roundTrip("konzept.txt", String.join("\n", TEXT).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsAWorkbook() throws Exception {
        expectTheTable(roundTrip("plan.xlsx", Files.workbook(TABLE.toArray(String[]::new))));
    }

    @Test
    void keepsATableAsTextInUtf8() throws Exception {
        expectTheTable(roundTrip("plan.csv", ("\uFEFF" + csv()).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsATableAsTextInWindows1252() throws Exception {
        expectTheTable(roundTrip("plan.csv", csv().getBytes(Charset.forName("windows-1252"))));
    }

    @Test
    void keepsADocumentWithHeadingsAndTables() throws Exception {
        List<OutlineRow> rows = roundTrip(
                "konzept.docx",
                Files.document(
                        "# Handlungsfeld Sprache",
                        "Es fehlen Kurse auf dem Land.",
                        "Ziel|Nr.|Maßnahme|Status",
                        "Kurse sind gut zu finden.|1a|Kurse am Abend|umgesetzt",
                        "|1b|Kurse am Morgen|",
                        "# Querschnittsthema Ehrenamt",
                        "Ziel|Nr.|Maßnahme|Status",
                        "Vereine sind offen.|1|Lotsinnen und Lotsen|"));
        assertThat(words(rows, Kind.FIELD, Kind.THEME)).containsExactly(" Sprache", " Ehrenamt");
        assertThat(words(rows, Kind.MEASURE))
                .containsExactly("1a Kurse am Abend", "1b Kurse am Morgen", "1 Lotsinnen und Lotsen");
        assertThat(words(rows, Kind.TEXT)).contains(" Es fehlen Kurse auf dem Land.");
    }

    @Test
    void keepsAPdfWithATextLayer() throws Exception {
        expectTheText(roundTrip("konzept.pdf", Files.pages(TEXT.subList(0, 7), TEXT.subList(7, 11))));
    }

    /** Equal is all that the paper says; indicators and figures are on it, too, and are named as not taken over. */
    @Test
    void readsItsOwnWordFileAndPdfBack() throws Exception {
        var rows = List.of(
                row(Kind.CONCEPT, 0, Map.of(Field.TEXT, "Gemeinsam leben")),
                row(
                        Kind.TEXT,
                        1,
                        Map.of(
                                Field.HEADING,
                                "Grußwort",
                                Field.TEXT,
                                "Guten *Tag*.\n\n- eins\n- zwei\n\n# Darin\n\nMehr.")),
                row(Kind.FIELD, 1, Map.of(Field.NUMBER, "1", Field.TEXT, "Sprache und Bildung")),
                row(
                        Kind.TEXT,
                        2,
                        Map.of(
                                Field.HEADING,
                                "Lage",
                                Field.TEXT,
                                "Es fehlen **Kurse**.\nAuch [hier](https://example.org/a).")),
                row(Kind.MEASURE, 2, Map.of(Field.TEXT, "Ein Runder Tisch")),
                row(Kind.OVERALL_GOAL, 2, Map.of(Field.TEXT, "Alle verstehen einander")),
                row(Kind.SUB_GOAL, 3, Map.of(Field.NUMBER, "2a", Field.TEXT, "Alle finden einen Kurs.")),
                row(Kind.TEXT, 4, Map.of(Field.HEADING, "Warum", Field.TEXT, "Viele warten.\n\n3. drei\n4. vier")),
                row(
                        Kind.MEASURE,
                        4,
                        Map.of(
                                Field.NUMBER, "2a.1",
                                Field.TEXT, "Kurse am Abend",
                                Field.DESCRIPTION, "Mit Kinderbetreuung",
                                Field.RESPONSIBLE, "Volkshochschule",
                                Field.PERIOD, "2024 bis 2026",
                                Field.REACH, "Gutes Beispiel",
                                Field.COSTS, "einmalig 12.500 €")),
                row(Kind.SECTION, 2, Map.of(Field.NUMBER, "1.1", Field.TEXT, "Schule")),
                row(Kind.GOAL, 3, Map.of(Field.TEXT, "Alle Kinder lernen Deutsch.")),
                row(Kind.FIELD_AND_THEME, 1, Map.of(Field.TEXT, "Ehrenamt")),
                row(Kind.THEME, 1, Map.of(Field.NUMBER, "B 2", Field.TEXT, "Öffnung")));
        UUID version = takeOver(county, upload(county, "konzept.xlsx", SheetWriter.write(rows, List.of())), null);
        List<String> words = words(load(county, "/versions/" + version + "/concept.docx"));
        for (String file : List.of("concept.docx", "concept.pdf")) {
            Workspace other = platform.county();
            byte[] paper = load(county, "/versions/" + version + "/" + file);
            String upload = upload(other, file, paper);
            JsonNode preview = json(
                    platform.request(api(other, "/imports/" + upload)).header("Authorization", "Bearer " + lead(other)),
                    200);
            assertThat(preview.at("/sections/0/place").asText()).as(file).startsWith("Absatz ");
            UUID copy = takeOver(other, upload, null);

            assertThat(told(rows(other, copy))).as(file).isEqualTo(told(rows(county, version)));
            assertThat(words(load(other, "/versions/" + copy + "/concept.docx")))
                    .as(file)
                    .isEqualTo(words);
        }
    }

    /** All paragraphs and tables but the names and dates on the cover. */
    private static List<String> words(byte[] paper) throws Exception {
        try (var file = new XWPFDocument(new ByteArrayInputStream(paper))) {
            Stream<String> paragraphs = file.getParagraphs().stream()
                    .filter(paragraph -> !"Issuer".equals(paragraph.getStyle()) && !"Fact".equals(paragraph.getStyle()))
                    .map(paragraph -> paragraph.getStyle() + " " + paragraph.getText());
            return Stream.concat(paragraphs, file.getTables().stream().map(XWPFTable::getText))
                    .toList();
        }
    }

    private static OutlineRow row(Kind kind, int depth, Map<Field, String> values) {
        return new OutlineRow(0, kind, depth, values, "", "");
    }

    private static List<String> told(List<OutlineRow> rows) {
        return rows.stream()
                .map(row -> {
                    var values = new EnumMap<Field, String>(row.values());
                    List.of(Field.LIGHT, Field.COUNTED).forEach(values::remove);
                    return row.depth() + " " + row.kind() + " " + values;
                })
                .toList();
    }

    /** Equal are section, number, text, bodies, light, time and costs of each measure; words about goals carry their numbers with them. */
    @Test
    void readsTheMeasuresOfAnlage2BackFromExcelAndWord() throws Exception {
        UUID version =
                takeOver(county, upload(county, "plan.xlsx", Files.workbook(TABLE.toArray(String[]::new))), null);
        for (String file : List.of("annex-2.xlsx", "annex-2.docx")) {
            Workspace other = platform.county();
            byte[] annex = load(county, "/versions/" + version + "/" + file);
            UUID copy = takeOver(other, upload(other, file, annex), null);
            assertThat(measures(rows(other, copy))).as(file).isEqualTo(measures(rows(county, version)));
        }
    }

    /** Goals and what has no column of its own stay out; columns that nobody reads are named. */
    @Test
    void readsTheMeasuresOfTheirListBack() throws Exception {
        UUID version =
                takeOver(county, upload(county, "plan.xlsx", Files.workbook(TABLE.toArray(String[]::new))), null);
        var list = platform.send(platform.request("/" + county.slug() + "/massnahmen.csv?version=" + version)
                .header("Accept", "text/csv")
                .header("Cookie", platform.cookie(county, Roles.LEAD)));
        assertThat(list.statusCode()).isEqualTo(200);
        Workspace other = platform.county();
        String upload = upload(other, "massnahmen.csv", list.body().getBytes(StandardCharsets.UTF_8));

        UUID copy = takeOver(other, upload, null);

        assertThat(measures(rows(other, copy))).isEqualTo(measures(rows(county, version)));
        var preview = json(
                platform.request(api(other, "/imports/" + upload)).header("Authorization", "Bearer " + lead(other)),
                200);
        assertThat(preview.at("/deviations").findValuesAsText("kind")).contains("unused_column");
    }

    private static List<String> measures(List<OutlineRow> rows) {
        return rows.stream()
                .filter(row -> row.kind() == Kind.MEASURE)
                .map(row -> Stream.of(
                                Field.NUMBER, Field.TEXT, Field.RESPONSIBLE, Field.LIGHT, Field.PERIOD, Field.COSTS)
                        .map(row::value)
                        .map(words -> words.replace("\n", ", "))
                        .toList()
                        .toString())
                .toList();
    }

    private String lead(Workspace where) throws Exception {
        String known = tokens.get(where.slug());
        String token = known == null ? platform.token(where, Roles.LEAD) : known;
        tokens.put(where.slug(), token);
        return token;
    }

    private static String csv() {
        return String.join("\r\n", TABLE).replace('|', ';') + "\r\n";
    }

    private static void expectTheTable(List<OutlineRow> rows) {
        assertThat(words(rows, Kind.FIELD)).containsExactly(" Sprache", " Wohnen");
        assertThat(words(rows, Kind.MEASURE))
                .containsExactly(
                        "1a Kurse am Abend für Mütter & Väter",
                        "1b Kurse am Morgen",
                        "2a Nachhilfe",
                        "1 „Größere“ Wohnungen – auch im Süden");
        assertThat(rows)
                .filteredOn(row -> row.kind() == Kind.MEASURE)
                .extracting(row -> row.value(Field.COSTS))
                .containsExactly("einmalig 12.500 €", "einmalig 1.234,50 €", "", "");
    }

    private static void expectTheText(List<OutlineRow> rows) {
        assertThat(words(rows, Kind.FIELD, Kind.THEME)).containsExactly(" Sprache", " Ehrenamt");
        assertThat(words(rows, Kind.OVERALL_GOAL)).containsExactly(" Alle verstehen einander.", " Engagement gelingt.");
        assertThat(words(rows, Kind.MEASURE))
                .containsExactly(
                        "1a Kurse am Abend für Mütter und Väter",
                        "1b Kurse am Morgen",
                        "2a Nachhilfe",
                        "1 Lotsinnen und Lotsen begleiten in Vereine.");
    }

    private static List<String> words(List<OutlineRow> rows, Kind... kinds) {
        return rows.stream()
                .filter(row -> List.of(kinds).contains(row.kind()))
                .map(row -> row.value(Field.NUMBER) + " " + row.value(Field.TEXT))
                .toList();
    }

    /** Gives the rows as they were first taken over. */
    private List<OutlineRow> roundTrip(String name, byte[] file) throws Exception {
        UUID version = takeOver(county, upload(county, name, file), null);
        List<OutlineRow> first = rows(county, version);

        editAGoalByRest(first);
        byte[] workbook = editInExcel(export(county, version));
        String edited = upload(county, "konzept.xlsx", workbook);
        takeOver(county, edited, version);
        List<OutlineRow> after = rows(county, version);
        assertThat(after)
                .extracting(row -> row.value(Field.TEXT))
                .contains("Geändert auf der Seite", "Geändert in Excel");
        assertThat(after).hasSameSizeAs(first);

        takeOver(county, edited, version);
        assertThat(rows(county, version))
                .as("the same file twice changes nothing")
                .isEqualTo(after);

        Workspace other = platform.county();
        UUID copy = takeOver(other, upload(other, "konzept.xlsx", export(county, version)), null);
        assertThat(content(rows(other, copy))).as("content in another county").isEqualTo(content(after));
        return first;
    }

    private void editAGoalByRest(List<OutlineRow> rows) throws Exception {
        OutlineRow goal =
                rows.stream().filter(row -> row.kind().isGoal()).findFirst().orElseThrow();
        String kind = Map.of(Kind.OVERALL_GOAL, "overall_goal", Kind.SUB_GOAL, "sub_goal", Kind.GOAL, "goal")
                .get(goal.kind());
        String body = "{\"kind\":\"%s\",\"number\":\"%s\",\"text\":\"Geändert auf der Seite\"}"
                .formatted(kind, goal.value(Field.NUMBER));
        var answer = platform.send(platform.request(api(county, "/goals/" + goal.id()))
                .header("Authorization", "Bearer " + lead(county))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + goal.version().replaceFirst("\\..*", "") + "\"")
                .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Changes the last measure and its light, or where there is none the last row, and lets another program write the file. */
    private static byte[] editInExcel(byte[] workbook) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(workbook))) {
            var sheet = book.getSheetAt(0);
            Row last = sheet.getRow(0);
            for (Row row : sheet) {
                String kind = row.getCell(0) == null ? "" : row.getCell(0).getStringCellValue();
                boolean hasMeasure = last.getCell(0).getStringCellValue().equals(Kind.MEASURE.word());
                last = hasMeasure && !kind.equals(Kind.MEASURE.word()) ? last : row;
            }
            last.getCell(Field.TEXT.column()).setCellValue("Geändert in Excel");
            last.getCell(Field.LIGHT.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellValue("Gelb");
            last.getCell(Field.JUSTIFICATION.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellValue("Der Raum ist noch nicht gefunden.");
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static List<String> content(List<OutlineRow> rows) {
        return rows.stream()
                .map(row -> row.depth() + " " + row.kind() + " " + row.values())
                .toList();
    }

    private List<OutlineRow> rows(Workspace where, UUID version) throws Exception {
        return platform.in(
                where, () -> platform.bean(TakeOver.class).rows(version).orElseThrow());
    }

    private byte[] export(Workspace where, UUID version) throws Exception {
        return load(where, "/versions/" + version + "/workbook");
    }

    private byte[] load(Workspace where, String path) throws Exception {
        HttpRequest request = platform.request(api(where, path))
                .header("Authorization", "Bearer " + lead(where))
                .build();
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray()).body();
        }
    }

    private String upload(Workspace where, String name, byte[] file) throws Exception {
        JsonNode preview = json(
                platform.request(api(where, "/imports"))
                        .header("Authorization", "Bearer " + lead(where))
                        .header("Content-Type", "multipart/form-data; boundary=" + Files.BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(Files.form(name, file))),
                201);
        return preview.get("id").asText();
    }

    private UUID takeOver(Workspace where, String upload, @org.jspecify.annotations.Nullable UUID version)
            throws Exception {
        String body = version == null ? "{}" : "{\"versionId\":\"" + version + "\"}";
        JsonNode done = json(
                platform.request(api(where, "/imports/" + upload + "/take-over"))
                        .header("Authorization", "Bearer " + lead(where))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                200);
        return UUID.fromString(done.get("versionId").asText());
    }

    private JsonNode json(HttpRequest.Builder request, int status) throws Exception {
        var answer = platform.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    private static String api(Workspace where, String path) {
        return "/api/v1/" + where.slug() + path;
    }
}
