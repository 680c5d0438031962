package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.SheetWriter;
import de.kreiskonzept.platform.importing.file.SourceFile;
import de.kreiskonzept.platform.importing.sheet.SheetUpdate;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do to an exported workbook, and what the concept is when it comes back. */
@ExtendWith(PlatformUnderTest.Given.class)
class EditedSheetIT {
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private UUID version;

    EditedSheetIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
        String begun = upload(List.of(
                row(Kind.CONCEPT, 0, Map.of(Field.TEXT, "Gemeinsam leben", Field.STATED_MEASURES, "9")),
                row(Kind.FIELD, 1, Map.of(Field.NUMBER, "1", Field.TEXT, "Sprache")),
                row(Kind.TEXT, 2, Map.of(Field.HEADING, "Lage", Field.TEXT, "Es fehlen Kurse.")),
                row(Kind.OVERALL_GOAL, 2, Map.of(Field.TEXT, "Alle verstehen einander.")),
                row(Kind.SUB_GOAL, 3, Map.of(Field.NUMBER, "1", Field.TEXT, "Alle finden einen Kurs.")),
                row(Kind.TEXT, 4, Map.of(Field.HEADING, "Warum", Field.TEXT, "Viele warten lange.")),
                row(Kind.MEASURE, 4, Map.of(Field.NUMBER, "1a", Field.TEXT, "Kurse am Abend", Field.LIGHT, "Grün")),
                row(Kind.MEASURE, 4, Map.of(Field.NUMBER, "1b", Field.TEXT, "Kurse am Morgen")),
                row(Kind.SUB_GOAL, 3, Map.of(Field.NUMBER, "2", Field.TEXT, "Alle bestehen ihre Prüfung.")),
                row(Kind.MEASURE, 4, Map.of(Field.NUMBER, "2a", Field.TEXT, "Nachhilfe")),
                row(Kind.FIELD, 1, Map.of(Field.NUMBER, "2", Field.TEXT, "Wohnen")),
                row(Kind.GOAL, 2, Map.of(Field.NUMBER, "1", Field.TEXT, "Alle finden eine Wohnung."))));
        version = UUID.fromString(found(takeOver(begun, ""), "versionId"));
    }

    @Test
    void movesMeasuresTextsGoalsAndSections() throws Exception {
        var rows = new ArrayList<>(exported());
        move(rows, "1b", rows.size());
        move(rows, "Es fehlen Kurse.", at(rows, "Wohnen") + 1);
        move(rows, "Alle bestehen ihre Prüfung.", rows.size());
        move(rows, "Nachhilfe", rows.size());
        deeper(rows, "Wohnen", 1);

        String upload = upload(rows);

        assertThat(get("/imports/" + upload)).contains("Steht unter", "Unterziel 1 Alle finden einen Kurs.");
        takeOver(upload, version.toString());
        assertThat(outline())
                .containsExactly(
                        "0 Gemeinsam leben",
                        "1 Sprache",
                        "2 Alle verstehen einander.",
                        "3 Alle finden einen Kurs.",
                        "4 Viele warten lange.",
                        "4 Kurse am Abend",
                        "2 Wohnen",
                        "3 Es fehlen Kurse.",
                        "3 Alle finden eine Wohnung.",
                        "4 Kurse am Morgen",
                        "3 Alle bestehen ihre Prüfung.",
                        "4 Nachhilfe");
        assertThat(tree().sections().getFirst().sections().getFirst().own()).hasSize(2);
        assertThat(takeOver(upload, version.toString())).contains("\"changed\":0", "\"differing\":0", "\"sections\":0");
    }

    @Test
    void letsAMeasureServeTheGoalsThatItsRowsStandBelow() throws Exception {
        var rows = new ArrayList<>(exported());
        rows.add(rows.get(at(rows, "1a")));

        takeOver(upload(rows), version.toString());

        assertThat(tree().measureCount()).isEqualTo(3);
        assertThat(outline()).containsSubsequence("1 Wohnen", "2 Alle finden eine Wohnung.", "3 Kurse am Abend");
        assertThat(takeOver(upload(exported()), version.toString())).contains("\"changed\":0", "\"known\":11");
        List<OutlineRow> all = exported();
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
        version = UUID.fromString(found(takeOver(upload(all), ""), "versionId"));
        assertThat(tree().measureCount()).isEqualTo(3);
        assertThat(outline()).containsSubsequence("1 Wohnen", "2 Alle finden eine Wohnung.", "3 Kurse am Abend");
    }

    @Test
    void takesACopiedRowWithOtherWordsForANewMeasureOnce() throws Exception {
        var rows = new ArrayList<>(exported());
        rows.add(at(rows, "1a"), with(rows.get(at(rows, "1a")), Map.of(Field.TEXT, "Kurse am Samstag")));
        String upload = upload(rows);

        assertThat(takeOver(upload, version.toString())).contains("\"measures\":1", "\"changed\":0");

        assertThat(outline()).contains("4 Kurse am Abend", "4 Kurse am Samstag");
        assertThat(takeOver(upload, version.toString())).contains("\"measures\":0", "\"changed\":0", "\"differing\":0");
    }

    @Test
    void takesTheChangedOneOfTwoRowsOfAMeasure() throws Exception {
        var rows = new ArrayList<>(exported());
        rows.add(rows.get(at(rows, "1a")));
        takeOver(upload(rows), version.toString());
        var again = new ArrayList<>(exported());
        change(again, "1a", Map.of(Field.TEXT, "Kurse am Samstag"));

        assertThat(takeOver(upload(again), version.toString()))
                .contains("\"measures\":0", "\"changed\":1", "\"differing\":0");

        assertThat(tree().measureCount()).isEqualTo(3);
        assertThat(outline()).doesNotContain("4 Kurse am Abend").contains("4 Kurse am Samstag", "3 Kurse am Samstag");
    }

    @Test
    void changesLightsTitleNumbersAndStatedCounts() throws Exception {
        var rows = new ArrayList<>(exported());
        change(rows, "Gemeinsam leben", Map.of(Field.TEXT, "Zusammen leben", Field.STATED_MEASURES, "12"));
        change(rows, "Wohnen", Map.of(Field.NUMBER, "B", Field.STATED_GOALS, "5"));
        change(rows, "1a", Map.of(Field.LIGHT, "gelb", Field.JUSTIFICATION, "Räume fehlen."));
        change(rows, "1b", Map.of(Field.LIGHT, "Rot", Field.REASON, "kein Bedarf", Field.COUNTED, "nein"));
        change(rows, "2a", Map.of(Field.LIGHT, "Gelb"));

        String upload = upload(rows);
        String preview = get("/imports/" + upload);
        assertThat(preview).contains("Räume fehlen.", "\"kept\":[{", "\"stale\":[]");
        takeOver(upload, version.toString());

        assertThat(tree().concept().title()).isEqualTo("Zusammen leben");
        assertThat(tree().version().stated().measures()).isEqualTo(12);
        assertThat(tree().sections().getLast().section().number()).isEqualTo("B");
        assertThat(tree().sections().getLast().section().stated().goals()).isEqualTo(5);
        assertThat(measure("1a").light().light()).isEqualTo(TrafficLight.YELLOW);
        assertThat(measure("1b").light().reason()).isEqualTo(ReasonClass.NO_DEMAND);
        assertThat(measure("1b").light().counted()).isFalse();
        assertThat(measure("2a").light().light()).isEqualTo(TrafficLight.GREY);
        assertThat(assessments("1a")).contains("yellow", "green", "Räume fehlen.");
        assertThat(takeOver(upload, version.toString())).contains("\"changed\":0", "\"differing\":0");
        assertThat(value(exported(), "1a", Field.JUSTIFICATION)).isEqualTo("Räume fehlen.");
    }

    @Test
    void leavesALightThatSomebodyHasGivenMeanwhile() throws Exception {
        var rows = new ArrayList<>(exported());
        var earlier = new ArrayList<>(rows);
        change(earlier, "1a", Map.of(Field.LIGHT, "Gelb", Field.JUSTIFICATION, "Räume fehlen."));
        takeOver(upload(earlier), version.toString());
        change(rows, "1b", Map.of(Field.TEXT, "Kurse am Vormittag"));

        String done = takeOver(upload(rows), version.toString());

        assertThat(done).contains("\"changed\":1", "\"differing\":2");
        assertThat(measure("1a").light().light()).isEqualTo(TrafficLight.YELLOW);
        assertThat(measure("1b").measure().text()).isEqualTo("Kurse am Vormittag");
    }

    @Test
    void refusesASectionBelowItself() throws Exception {
        var rows = new ArrayList<>(exported());
        deeper(rows, "Wohnen", 1);
        takeOver(upload(rows), version.toString());
        var stale = new ArrayList<>(exported());
        change(stale, "Wohnen", Map.of(Field.NUMBER, "7"));
        takeOver(upload(stale), version.toString());

        List<OutlineRow> old = stale.subList(at(stale, "Wohnen"), stale.size());
        var turned = new ArrayList<OutlineRow>(List.of(stale.getFirst()));
        old.forEach(row -> turned.add(deep(row, -1)));
        stale.subList(1, at(stale, "Wohnen")).forEach(row -> turned.add(deep(row, 1)));
        var found =
                OutlineRows.find(TableText.read(SourceFile.read("konzept.xlsx", SheetWriter.write(turned, List.of()))
                        .content()));

        SheetUpdate plan =
                platform.in(county, () -> platform.bean(TakeOver.class).plan(version, found));

        assertThat(plan.stale()).extracting(SheetUpdate.Change::field).contains("Steht unter");
        takeOver(upload(turned), version.toString());
        assertThat(outline()).contains("1 Sprache", "2 Wohnen");
    }

    @Test
    void takesMovesLightsAndTheTitleBack() throws Exception {
        List<OutlineRow> before = exported();
        var rows = new ArrayList<>(before);
        change(rows, "Gemeinsam leben", Map.of(Field.TEXT, "Zusammen leben", Field.STATED_MEASURES, "12"));
        change(rows, "1a", Map.of(Field.LIGHT, "Gelb", Field.JUSTIFICATION, "Räume fehlen."));
        move(rows, "1b", rows.size());
        deeper(rows, "Wohnen", 1);
        String upload = upload(rows);
        takeOver(upload, version.toString());
        assertThat(words(exported())).isNotEqualTo(words(before));

        assertThat(delete("/imports/" + upload + "/take-over")).isEqualTo(204);

        assertThat(words(exported())).isEqualTo(words(before));
        assertThat(measure("1a").light().light()).isEqualTo(TrafficLight.GREEN);
        assertThat(assessments("1a")).contains("Räume fehlen.", "Die Übernahme ist rückgängig gemacht.");
    }

    @Test
    void doesNotTakeALightBackThatSomebodyHasGivenSince() throws Exception {
        var rows = new ArrayList<>(exported());
        change(rows, "1a", Map.of(Field.LIGHT, "Gelb", Field.JUSTIFICATION, "Räume fehlen."));
        String upload = upload(rows);
        takeOver(upload, version.toString());
        var later = new ArrayList<>(exported());
        change(later, "1a", Map.of(Field.LIGHT, "Rot", Field.REASON, "kein Bedarf"));
        takeOver(upload(later), version.toString());

        assertThat(delete("/imports/" + upload + "/take-over")).isEqualTo(409);
        assertThat(measure("1a").light().light()).isEqualTo(TrafficLight.RED);
    }

    private static OutlineRow row(Kind kind, int depth, Map<Field, String> values) {
        return new OutlineRow(0, kind, depth, values, "", "");
    }

    private static OutlineRow with(OutlineRow row, Map<Field, String> cells) {
        var values = new EnumMap<Field, String>(Field.class);
        values.putAll(row.values());
        values.putAll(cells);
        return new OutlineRow(row.line(), row.kind(), row.depth(), values, row.id(), row.version());
    }

    private static OutlineRow deep(OutlineRow row, int more) {
        return new OutlineRow(row.line(), row.kind(), row.depth() + more, row.values(), row.id(), row.version());
    }

    private static int at(List<OutlineRow> rows, String words) {
        Predicate<OutlineRow> said = row -> row.value(Field.TEXT).equals(words)
                || (row.kind() == Kind.MEASURE && row.value(Field.NUMBER).equals(words));
        return rows.indexOf(rows.stream().filter(said).findFirst().orElseThrow());
    }

    private static String value(List<OutlineRow> rows, String words, Field field) {
        return rows.get(at(rows, words)).value(field);
    }

    private static void change(List<OutlineRow> rows, String words, Map<Field, String> cells) {
        rows.set(at(rows, words), with(rows.get(at(rows, words)), cells));
    }

    /** Puts a row elsewhere, as deep as the row that stands there after it, or as the last one. */
    private static void move(List<OutlineRow> rows, String words, int to) {
        OutlineRow row = rows.get(at(rows, words));
        OutlineRow above = rows.get(Math.min(to, rows.size()) - 1);
        int depth = above.kind().isSection()
                        || (above.kind().isGoal() && !row.kind().isGoal())
                ? above.depth() + 1
                : above.depth();
        if (row.kind().isGoal() && above.kind() == Kind.MEASURE) {
            depth = above.depth() - 1;
        }
        rows.add(to, new OutlineRow(0, row.kind(), depth, row.values(), row.id(), row.version()));
        rows.remove(row);
    }

    private static void deeper(List<OutlineRow> rows, String from, int more) {
        for (int i = at(rows, from); i < rows.size(); i++) {
            rows.set(i, deep(rows.get(i), more));
        }
    }

    private List<OutlineRow> exported() throws Exception {
        return platform.in(
                county, () -> platform.bean(TakeOver.class).rows(version).orElseThrow());
    }

    private List<String> outline() throws Exception {
        return exported().stream()
                .map(row -> row.depth() + " " + row.value(Field.TEXT))
                .toList();
    }

    private static List<String> words(List<OutlineRow> rows) {
        return rows.stream()
                .map(row -> {
                    var cells = new EnumMap<Field, String>(row.values());
                    cells.remove(Field.JUSTIFICATION);
                    return row.depth() + " " + row.kind() + cells;
                })
                .toList();
    }

    private ConceptTree tree() throws Exception {
        return platform.in(
                county, () -> platform.bean(Concepts.class).findTree(version).orElseThrow());
    }

    private MeasureNode measure(String number) throws Exception {
        return tree().measures().values().stream()
                .filter(node -> node.measure().number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private String assessments(String number) throws Exception {
        return get("/measures/" + measure(number).measure().id() + "/assessments");
    }

    private String upload(List<OutlineRow> rows) throws Exception {
        return found(
                answer(
                        platform.request(api("/imports"))
                                .header("Content-Type", SHEET)
                                .POST(BodyPublishers.ofByteArray(SheetWriter.write(rows, List.of()))),
                        201),
                "id");
    }

    private String takeOver(String upload, String target) throws Exception {
        String body = target.isEmpty() ? "{}" : "{\"versionId\":\"" + target + "\"}";
        return answer(
                platform.request(api("/imports/" + upload + "/take-over"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                200);
    }

    private String get(String path) throws Exception {
        return answer(platform.request(api(path)).GET(), 200);
    }

    private int delete(String path) throws Exception {
        return platform.send(platform.request(api(path))
                        .header("Authorization", "Bearer " + lead)
                        .DELETE())
                .statusCode();
    }

    private String answer(java.net.http.HttpRequest.Builder request, int status) throws Exception {
        HttpResponse<String> answer = platform.send(request.header("Authorization", "Bearer " + lead));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + path;
    }

    private static String found(String body, String field) {
        var id = Pattern.compile("\"" + field + "\":\"([0-9a-f-]{36})\"").matcher(body);
        assertThat(id.find()).as(body).isTrue();
        return id.group(1);
    }
}
