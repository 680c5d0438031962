package de.kreiskonzept.platform.document.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.foundation.pdf.Conformity;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.document.paper.Aloud;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.monitoring.stand.StandSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The numbers of a Stand are the same on every level in page, API, PDF, Word and Excel file, each read with another library than it was written with. */
@ExtendWith(PlatformUnderTest.Given.class)
class ReportReconcilesIT {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final PlatformUnderTest platform;
    private final HttpClient http = HttpClient.newHttpClient();
    private Workspace county;
    private String token;
    private UUID stand;

    ReportReconcilesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    /** A row of a result: six numbers, those of the lights, counted and not counted. */
    private record Line(String name, List<Integer> numbers) {}

    @BeforeEach
    void aStandWithEveryLevel() throws Exception {
        county = platform.county();
        token = platform.token(county, Roles.READER);
        try (var concept = new ConceptSample(county)) {
            UUID language = concept.section(null, "field_of_action", "Sprache & Schrift");
            UUID overall = concept.goal(language, null, "overall_goal", "Alle lernen Deutsch <b>.");
            UUID course = concept.goal(language, overall, "sub_goal", "Kurse sind erreichbar.");
            UUID teacher = concept.goal(language, overall, "sub_goal", "Lehrkräfte sind da.");
            concept.goal(language, overall, "sub_goal", "Niemand hat etwas geplant.");
            concept.measure(language, "Abendkurs", "green", true, course);
            concept.measure(language, "Morgenkurs", "yellow", true, course);
            concept.measure(language, "Fortbildung", "red", true, teacher);
            concept.measure(language, "Netzwerk", "grey", true, teacher);
            concept.measure(language, "Altes Projekt", "green", false, teacher);
            concept.measure(language, "Ohne alles", "red", true);
            UUID work = concept.section(null, "field_of_action", "Arbeit");
            UUID first = concept.goal(work, null, "sub_goal", "Betriebe öffnen sich.");
            UUID second = concept.goal(work, null, "sub_goal", "Berufe werden anerkannt.");
            concept.measure(work, "Beides zugleich", "green", true, first, second);
            UUID theme = concept.section(null, "cross_cutting_theme", "Ehrenamt");
            UUID below = concept.section(theme, "other", "Vereine");
            concept.measure(below, "Vereinstag", "yellow", true);
            concept.section(null, "cross_cutting_theme", "Noch leer");
            stand = StandSample.of(platform, county, concept.version(), LocalDate.of(2025, 12, 31));
        }
    }

    @Test
    void saysTheSameNumbersOnEveryLevelInEveryForm() throws Exception {
        Map<String, List<Integer>> expected = expected();
        assertThat(expected).hasSize(13);
        byte[] pdf = file("report.pdf?umfang=lang");
        assertThat(Conformity.complaints(pdf)).isEmpty();
        var forms = Map.of(
                "page",
                page(),
                "PDF",
                Aloud.rows(pdf),
                "Word",
                word(file("report.docx")),
                "Excel",
                excel(file("report.xlsx")));
        forms.forEach((form, rows) -> {
            List<Line> lines = lines(rows);
            expected.forEach((name, numbers) -> assertThat(lines.stream().filter(line -> says(line.name(), name)))
                    .as("%s of %s", name, form)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.numbers()).isEqualTo(numbers)));
            if (!form.equals("Excel")) {
                sumsAddUp(lines, form);
            }
            rows.stream()
                    .filter(row -> row.size() == 5 && row.stream().skip(1).allMatch(this::begins))
                    .forEach(row -> assertThat(number(row.get(2)))
                            .as("%s of %s", row, form)
                            .isEqualTo(number(row.get(3)) + number(row.get(4))));
        });
    }

    // The goals of "Arbeit" share a measure, so they add up to more and the document says so.
    private static void sumsAddUp(List<Line> lines, String form) {
        var open = new ArrayList<Line>();
        int sums = 0;
        for (Line line : lines) {
            if (!line.name().startsWith("Summe")) {
                open.add(line);
                continue;
            }
            List<Integer> sum = IntStream.range(0, 6)
                    .mapToObj(i ->
                            open.stream().mapToInt(one -> one.numbers().get(i)).sum())
                    .toList();
            if (line.name().equals("Summe Arbeit")) {
                assertThat(sum.getFirst()).isEqualTo(2);
                assertThat(line.numbers().getFirst()).isEqualTo(1);
            } else {
                assertThat(line.numbers()).as("%s of %s", line.name(), form).isEqualTo(sum);
            }
            open.clear();
            sums++;
        }
        assertThat(open).as(form).isEmpty();
        assertThat(sums).as(form).isEqualTo(7);
    }

    @Test
    void showsNoShareWhereNothingCounts() throws Exception {
        List<String> empty = Aloud.rows(file("report.pdf")).stream()
                .filter(row -> row.getFirst().equals("Noch leer"))
                .findFirst()
                .orElseThrow();
        assertThat(empty).hasSize(8);
        assertThat(empty.get(1)).matches("0\\s+–");
        assertThat(Aloud.read(file("report.pdf"))).contains("Keine Maßnahme zählt in der Auswertung");
    }

    @Test
    void namesEveryMeasureInTheLongFormOnly() throws Exception {
        assertThat(Aloud.read(file("report.pdf"))).doesNotContain("Altes Projekt");
        assertThat(Aloud.read(file("report.pdf?umfang=lang")))
                .contains("Altes Projekt", "zählt nicht mit", "Abendkurs");
        assertThat(Aloud.pictures(file("report.pdf"))).isNotEmpty().allMatch(words -> words.contains("Balken: "));
    }

    @Test
    void handsTheFileOverOnThePageThatSaysHowFarItIs() throws Exception {
        String base = "/" + county.slug() + "/ampel/staende/" + stand;
        String cookie = platform.cookie(county, Roles.READER);
        assertThat(platform.page(base, cookie).body()).contains("href=\"" + base + "/dokument\"");
        file("report.pdf");
        var progress = platform.page(base + "/dokument/pdf", cookie);
        assertThat(progress.body()).contains("Die Datei ist fertig.", "PDF herunterladen");
        String refresh = progress.headers().firstValue("Refresh").orElseThrow();
        var answer = http.send(
                platform.request(refresh.substring(refresh.indexOf('/')))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("Ampeldokument-Landkreis", "Ampel-2025", "Kurzfassung.pdf");
        assertThat(answer.body()).isEqualTo(file("report.pdf"));
        assertThat(platform.page(base + "/dokument/exe", cookie).statusCode()).isEqualTo(404);
    }

    private Map<String, List<Integer>> expected() throws Exception {
        var answer = platform.get("/api/v1/" + county.slug() + "/stands/" + stand, token);
        JsonNode ampel = new ObjectMapper().readTree(answer.body()).get("ampel");
        var expected = new LinkedHashMap<String, List<Integer>>();
        expected.put("Summe", numbers(ampel.get("total").get("lights")));
        ampel.get("kinds")
                .forEach(kind -> expected.put(
                        kind.get("kind").asText().startsWith("field") ? "Handlungsfelder" : "Querschnittsthemen",
                        numbers(kind.get("figures").get("lights"))));
        ampel.get("sections").forEach(section -> section(section, expected));
        return expected;
    }

    private void section(JsonNode section, Map<String, List<Integer>> expected) {
        expected.put(
                section.get("name").asText(), numbers(section.get("figures").get("lights")));
        section.get("goals").forEach(goal -> goal(goal, expected));
        section.get("sections").forEach(below -> section(below, expected));
    }

    private void goal(JsonNode goal, Map<String, List<Integer>> expected) {
        if (goal.get("goals").isEmpty()) {
            expected.put(goal.get("text").asText(), numbers(goal.get("lights")));
        }
        goal.get("goals").forEach(below -> goal(below, expected));
    }

    private static List<Integer> numbers(JsonNode lights) {
        return Stream.of("green", "yellow", "red", "grey", "counted", "notCounted")
                .map(name -> lights.get(name).asInt())
                .toList();
    }

    private static boolean says(String name, String part) {
        return part.equals("Summe")
                ? name.equals(part)
                : name.equals(part) || name.endsWith(part) || name.equals("Summe " + part);
    }

    private List<Line> lines(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.size() >= 7 && row.subList(1, 7).stream().allMatch(this::begins))
                .map(row -> new Line(
                        row.getFirst(),
                        row.subList(1, 7).stream().map(this::number).toList()))
                .toList();
    }

    private boolean begins(String cell) {
        return NUMBER.matcher(cell).lookingAt();
    }

    private int number(String cell) {
        var found = NUMBER.matcher(cell);
        assertThat(found.lookingAt()).isTrue();
        return Integer.parseInt(found.group());
    }

    private byte[] file(String name) throws Exception {
        var answer = http.send(
                platform.request("/api/v1/" + county.slug() + "/stands/" + stand + "/" + name)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private List<List<String>> page() throws Exception {
        String address = "/" + county.slug() + "/ampel/staende/" + stand + "/dokument";
        String html =
                platform.page(address, platform.cookie(county, Roles.READER)).body();
        return Pattern.compile("(?s)<tr[ >].*?</tr>")
                .matcher(html)
                .results()
                .map(row -> Pattern.compile("(?s)<t[dh][^>]*>(.*?)</t[dh]>")
                        .matcher(row.group())
                        .results()
                        .map(ReportReconcilesIT::text)
                        .toList())
                .toList();
    }

    private static String text(MatchResult cell) {
        return cell.group(1)
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<List<String>> word(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return document.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .map(row -> row.getTableCells().stream()
                            .map(cell -> cell.getParagraphs().stream()
                                    .map(XWPFParagraph::getText)
                                    .collect(Collectors.joining(" ")))
                            .toList())
                    .toList();
        }
    }

    // Columns: level, part, name, six numbers, per cents; the total is called as in the other forms.
    private static List<List<String>> excel(byte[] file) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return StreamSupport.stream(workbook.getSheet("Ergebnis").spliterator(), false)
                    .filter(row -> row.getLastCellNum() >= 13)
                    .map(row -> IntStream.range(2, 9)
                            .mapToObj(i -> i == 2 && row.getCell(0).toString().equals("Gesamt")
                                    ? "Summe"
                                    : row.getCell(i).toString())
                            .toList())
                    .toList();
        }
    }
}
