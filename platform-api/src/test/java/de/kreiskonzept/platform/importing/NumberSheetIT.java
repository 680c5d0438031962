package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.model.importing.table.NumberRow.Column;
import de.kreiskonzept.model.importing.table.NumberRow.Sheet;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.Files;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Indicators and figures in the own workbook: out, edited by another program, and back. */
@ExtendWith(PlatformUnderTest.Given.class)
class NumberSheetIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private UUID version;
    private UUID indicator;
    private UUID figure;

    NumberSheetIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void numbers() throws Exception {
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            UUID section = concept.section(null, "field_of_action", "Sprache");
            UUID goal = concept.goal(section, null, "goal", "Mehr Kurse");
            concept.measure(section, "Kurse am Abend", "green", true, goal);
            indicator = concept.indicator(goal, "Teilnehmende");
            figure = concept.figure(section, "Zugezogene");
        }
    }

    @Test
    void changesAndAddsWhatSomebodyTypes() throws Exception {
        byte[] file = edited(export(), book -> {
            Row head = row(book, Sheet.INDICATORS, 1);
            set(head, Sheet.INDICATORS, Column.UNIT, "Menschen");
            set(head, Sheet.INDICATORS, Column.TARGET, "1.200,5");
            set(head, Sheet.INDICATORS, Column.TARGET_PERIOD, "2027");
            cell(row(book, Sheet.INDICATORS, 2), Sheet.INDICATORS, Column.NUMBER)
                    .setCellValue(6.125);
            add(book, Sheet.INDICATORS, "Wert", Map.of(Column.PERIOD, "03/2024", Column.MISSING, "Umzug"));
            add(
                    book,
                    Sheet.INDICATORS,
                    "Indikator",
                    Map.of(Column.PLACE, "Kurse am Abend", Column.NAME, "Abende", Column.UNIT, "Stück"));
            add(book, Sheet.INDICATORS, "Wert", Map.of(Column.PERIOD, "2024", Column.NUMBER, "12"));
            set(row(book, Sheet.FIGURES, 1), Sheet.FIGURES, Column.CHART, "Linie");
            add(book, Sheet.FIGURES, "Wert", Map.of(Column.PERIOD, "2024", Column.NUMBER, "1.234"));
            add(book, Sheet.FIGURES, "Kennzahl", Map.of(Column.NAME, "Wegzüge"));
            add(book, Sheet.FIGURES, "Wert", Map.of(Column.PERIOD, "2024", Column.NUMBER, "3"));
        });
        String upload = upload(file);

        JsonNode preview = read("/imports/" + upload).at("/update");
        assertThat(preview.at("/stale").toString()).isEqualTo("[]");
        assertThat(preview.at("/changes").toString()).contains("Menschen", "1.200,5", "6,125", "Umzug", "Wegzüge");
        assertThat(takeOver(upload).at("/changed").asInt()).isEqualTo(4);

        JsonNode counted = read("/indicators/" + indicator);
        assertThat(counted.at("/unit").asText()).isEqualTo("Menschen");
        assertThat(counted.at("/target/value").decimalValue()).isEqualByComparingTo("1200.5");
        JsonNode series = read("/indicators/" + indicator + "/readings");
        assertThat(series.at("/readings/0/value").decimalValue()).isEqualByComparingTo("6.125");
        assertThat(series.at("/readings/1/missing").asText()).isEqualTo("Umzug");
        assertThat(read("/versions/" + version + "/indicators").findValuesAsText("name"))
                .contains("Abende");
        assertThat(read("/figures/" + figure).at("/readings/1/value").decimalValue())
                .isEqualByComparingTo("1234");
        assertThat(read("/indicators/" + indicator + "/history").findValuesAsText("field"))
                .contains("unit", "target", "values");

        JsonNode again = takeOver(upload);
        assertThat(again.at("/changed").asInt()).as("the same file twice").isZero();
        assertThat(again.at("/differing").asInt()).isZero();
        assertThat(takeOver(upload(export())).at("/changed").asInt()).isZero();
    }

    @Test
    void keepsWhatSomebodyElseHasChangedAndWhatCannotBeRead() throws Exception {
        byte[] before = export();
        put("/indicators/" + indicator, "{\"name\":\"Plätze\"}", "\"0\"");
        put("/indicators/" + indicator + "/readings", "{\"readings\":[{\"period\":\"2023\",\"value\":8}]}", "\"0\"");
        byte[] file = edited(before, book -> {
            set(row(book, Sheet.INDICATORS, 1), Sheet.INDICATORS, Column.NAME, "Personen");
            set(row(book, Sheet.FIGURES, 2), Sheet.FIGURES, Column.NUMBER, "sieben");
            add(book, Sheet.FIGURES, "Kennzahl", Map.of(Column.PLACE, "Wohnen", Column.NAME, "Mieten"));
        });

        String upload = upload(file);
        JsonNode preview = read("/imports/" + upload);

        assertThat(preview.at("/update/changes").toString()).isEqualTo("[]");
        assertThat(preview.at("/update/stale").toString()).contains("Personen", "Plätze", "8", "sieben", "Mieten");
        assertThat(preview.at("/leftOut").toString()).contains("Mieten");
        takeOver(upload);
        assertThat(read("/indicators/" + indicator).at("/name").asText()).isEqualTo("Plätze");
        assertThat(read("/indicators/" + indicator + "/readings")
                        .at("/readings/0/value")
                        .asInt())
                .isEqualTo(8);
        assertThat(read("/figures/" + figure).at("/readings/0/value").asInt()).isEqualTo(7);
    }

    @Test
    void isTakenBackAsAWhole() throws Exception {
        String before = numbers(version);
        byte[] file = edited(export(), book -> {
            set(row(book, Sheet.INDICATORS, 2), Sheet.INDICATORS, Column.NUMBER, "6");
            add(book, Sheet.INDICATORS, "Wert", Map.of(Column.PERIOD, "2024", Column.NUMBER, "9"));
            set(row(book, Sheet.FIGURES, 1), Sheet.FIGURES, Column.NAME, "Zuzüge; Wegzüge");
            add(book, Sheet.FIGURES, "Kennzahl", Map.of(Column.NAME, "Geburten"));
        });
        String upload = upload(file);
        takeOver(upload);
        assertThat(numbers(version)).isNotEqualTo(before);
        assertThat(delete("/imports/" + upload + "/take-over")).isEqualTo(204);
        assertThat(numbers(version)).isEqualTo(before);
    }

    @Test
    void isNotTakenBackWhereSomethingChangedSince() throws Exception {
        String upload = upload(edited(
                export(), book -> set(row(book, Sheet.INDICATORS, 2), Sheet.INDICATORS, Column.NUMBER, "6")));
        takeOver(upload);
        put("/indicators/" + indicator + "/readings", "{\"readings\":[{\"period\":\"2023\",\"value\":8}]}", "\"1\"");
        assertThat(delete("/imports/" + upload + "/take-over")).isEqualTo(409);
    }

    @Test
    void comesAlongIntoAnotherCounty() throws Exception {
        String before = numbers(version);
        byte[] file = export();
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
        JsonNode done = send("/imports/" + upload(file) + "/take-over", "{}", 200);

        assertThat(numbers(UUID.fromString(done.at("/versionId").asText()))).isEqualTo(before);
    }

    /** Names, units, charts and values of all indicators and figures. */
    private String numbers(UUID of) throws Exception {
        var all = new ArrayList<String>();
        for (String kind : List.of("indicators", "figures")) {
            for (JsonNode one : read("/versions/" + of + "/" + kind)) {
                var values = new ArrayList<String>();
                String id = one.at("/id").asText();
                (kind.equals("figures") ? one : read("/indicators/" + id + "/readings"))
                        .at("/readings")
                        .forEach(reading -> values.add(reading.at("/period").asText() + " "
                                + reading.at("/value").asText()));
                all.add(one.at("/name").asText() + " " + one.at("/unit").asText() + " "
                        + one.at("/chart").asText() + values);
            }
        }
        return String.join("\n", all);
    }

    private interface Edit {
        void on(Workbook book);
    }

    private static byte[] edited(byte[] file, Edit edit) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            edit.on(book);
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static Row row(Workbook book, Sheet sheet, int number) {
        return book.getSheet(sheet.word()).getRow(number);
    }

    private static org.apache.poi.ss.usermodel.Cell cell(Row row, Sheet sheet, Column column) {
        return row.getCell(sheet.columns().indexOf(column) + 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static void set(Row row, Sheet sheet, Column column, String words) {
        cell(row, sheet, column).setCellValue(words);
    }

    /** A row behind all that say something. */
    private static void add(Workbook book, Sheet sheet, String kind, Map<Column, String> cells) {
        int free = 1;
        Row row = row(book, sheet, free);
        while (row != null
                && row.getCell(0) != null
                && !row.getCell(0).getStringCellValue().isEmpty()) {
            row = row(book, sheet, ++free);
        }
        Row fresh = row == null ? book.getSheet(sheet.word()).createRow(free) : row;
        fresh.getCell(0, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(kind);
        cells.forEach((column, words) -> set(fresh, sheet, column, words));
    }

    private byte[] export() throws Exception {
        HttpRequest request = platform.request(api("/versions/" + version + "/workbook"))
                .header("Authorization", "Bearer " + lead)
                .build();
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray()).body();
        }
    }

    private String upload(byte[] file) throws Exception {
        return json(
                        platform.request(api("/imports"))
                                .header("Content-Type", "multipart/form-data; boundary=" + Files.BOUNDARY)
                                .POST(BodyPublishers.ofByteArray(Files.form("konzept.xlsx", file))),
                        201)
                .get("id")
                .asText();
    }

    private JsonNode takeOver(String upload) throws Exception {
        return send("/imports/" + upload + "/take-over", "{\"versionId\":\"" + version + "\"}", 200);
    }

    private JsonNode send(String path, String body, int status) throws Exception {
        return json(
                platform.request(api(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                status);
    }

    private void put(String path, String body, String tag) throws Exception {
        json(
                platform.request(api(path))
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .PUT(BodyPublishers.ofString(body)),
                200);
    }

    private JsonNode read(String path) throws Exception {
        return json(platform.request(api(path)).GET(), 200);
    }

    private int delete(String path) throws Exception {
        return platform.send(platform.request(api(path))
                        .header("Authorization", "Bearer " + lead)
                        .DELETE())
                .statusCode();
    }

    private JsonNode json(HttpRequest.Builder request, int status) throws Exception {
        var answer = platform.send(request.header("Authorization", "Bearer " + lead));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + path;
    }
}
