package de.kreiskonzept.model.importing.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.table.TableCell.Note;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.measure.TimeFrame;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableReaderTest {
    private static final String HEAD =
            "Handlungsfeld|Oberziel|Nr.|Unterziel|Nr.|Maßnahme|Zuständig|Status|Laufzeit|Bemerkung|Farbe";

    private static String table(String... rows) {
        var text = new TableText().sheet("Plan");
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].split("\\|", -1);
            if (!rows[i].isEmpty()) {
                text.row(i + 1);
                IntStream.range(0, cells.length).forEach(column -> text.cell(column, cells[column], Note.NONE));
            }
        }
        return text.toString();
    }

    private static ParsedConcept read(String content) {
        List<TablePart> parts = TableText.read(content);
        return TableReader.read(parts, Mapping.proposed(parts));
    }

    private static List<String> places(String content, ParsedConcept parsed, DeviationKind kind) {
        TablePlaces places = TablePlaces.of(TableText.read(content));
        return parsed.deviations().stream()
                .filter(found -> found.kind() == kind)
                .map(Deviation::line)
                .map(places::place)
                .toList();
    }

    @Test
    void readsLevelsNumbersAndDetails() {
        String content = table(
                HEAD,
                "Handlungsfeld 1: Sprache|Alle lernen Deutsch|1|Kurse am Abend|1.1|Kurs anbieten|Amt für Migration|umgesetzt|2025|gelungen|rot",
                "|||||Raum finden|||||",
                "Querschnittsthema Ehrenamt||2|Engagement|2a|Börse gründen|Verein|in Planung|||");
        ParsedConcept parsed = read(content);
        List<OutlineSection> sections = parsed.outline().sections();
        assertThat(sections).extracting(OutlineSection::name).containsExactly("Sprache", "Ehrenamt");
        assertThat(sections)
                .extracting(OutlineSection::kind)
                .containsExactly(SectionKind.FIELD_OF_ACTION, SectionKind.CROSS_CUTTING_THEME);
        assertThat(sections.getFirst().number()).isEqualTo("1");
        OutlineGoal overall = sections.getFirst().goals().getFirst();
        assertThat(overall.kind()).isEqualTo(GoalKind.OVERALL_GOAL);
        OutlineGoal sub = overall.goals().getFirst();
        assertThat(sub.number() + sub.text()).isEqualTo("1Kurse am Abend");
        assertThat(sub.measures())
                .containsExactly(
                        new OutlineMeasure(
                                "1.1",
                                "Kurs anbieten",
                                sub.measures().getFirst().line(),
                                true,
                                TrafficLight.GREEN,
                                null,
                                "gelungen",
                                "Amt für Migration",
                                "",
                                new MeasureDetail(MeasureReach.COUNTY, null, null, "", TimeFrame.of("2025"), List.of()),
                                ""),
                        OutlineMeasure.unassessed(
                                "", "Raum finden", sub.measures().getLast().line()));
        assertThat(sections.getLast().goals().getFirst().measures().getFirst().light())
                .isEqualTo(TrafficLight.YELLOW);
        assertThat(places(content, parsed, DeviationKind.UNUSED_COLUMN)).containsExactly("Plan!K1");
        assertThat(parsed.leftOut()).extracting(ParsedConcept.LeftOut::text).containsExactly("rot");
    }

    @Test
    void joinsWhatStandsApartAndNamesDoublesAtTheirCell() {
        String content = table(
                "Handlungsfeld|Ziel|Maßnahme|Zuständig",
                "Sprache|Kurse|Kurs|Amt",
                "Arbeit|Stellen|Messe|Amt",
                "",
                "Sprache|Kurse|Kurs|Amt",
                "Sprache|Kurse|Kurs|Verein");
        ParsedConcept parsed = read(content);
        assertThat(parsed.outline().sections()).hasSize(2);
        assertThat(parsed.outline().measureCount()).isEqualTo(3);
        assertThat(places(content, parsed, DeviationKind.DOUBLE_MEASURE)).containsExactly("Plan!C5");
        assertThat(places(content, parsed, DeviationKind.SIMILAR_MEASURE)).containsExactly("Plan!C6");
        assertThat(places(content, parsed, DeviationKind.EMPTY_ROWS)).containsExactly("Plan");
    }

    @Test
    void reportsUnknownStatusesReusedNumbersAndRowsWithoutNode() {
        String content = table(
                "Integrationsplan",
                "Handlungsfeld|Ziel|Nr.|Maßnahme|Ampel",
                "Sprache|Kurse|1|Kurs|lila",
                "|||Raum|grün",
                "||1|Bus|",
                "||||gelb");
        ParsedConcept parsed = read(content);
        assertThat(parsed.outline().title()).isEqualTo("Integrationsplan");
        assertThat(places(content, parsed, DeviationKind.UNKNOWN_STATUS)).containsExactly("Plan!E3");
        assertThat(places(content, parsed, DeviationKind.DUPLICATE_NUMBER)).containsExactly("Plan!D5");
        assertThat(places(content, parsed, DeviationKind.ROW_WITHOUT_NODE)).containsExactly("Plan!E6");
    }

    @Test
    void followsAnotherMappingOfColumnsAndStatuses() {
        List<TablePart> parts = TableText.read(table("Was|Wo|Wie weit", "Kurs|Sprache|lila", "Raum|Sprache|weiß"));
        Mapping mapping = Mapping.proposed(parts);
        assertThat(mapping.isUsable()).isFalse();
        Mapping changed = mapping.with(
                        Map.of("Was", Meaning.MEASURE, "Wo", Meaning.FIELD, "Wie weit", Meaning.LIGHT), parts)
                .withLights(Map.of("lila", TrafficLight.RED));
        assertThat(changed.lights()).containsEntry("lila", TrafficLight.RED).containsEntry("weiß", TrafficLight.GREY);
        assertThat(Mapping.of(changed.text())).isEqualTo(changed);
        assertThat(changed.examples(parts, 1)).containsEntry("Was", List.of("Kurs"));
        ParsedConcept parsed = TableReader.read(parts, changed);
        assertThat(parsed.outline().measureCount()).isEqualTo(2);
        assertThat(parsed.outline()
                        .sections()
                        .getFirst()
                        .goals()
                        .getFirst()
                        .measures()
                        .getFirst()
                        .light())
                .isEqualTo(TrafficLight.RED);
        assertThat(parsed.deviations()).extracting(Deviation::kind).contains(DeviationKind.MEASURE_WITHOUT_GOAL);
    }

    @Test
    void takesSectionsFromHeadingsAndSheetsWhereNoColumnNamesThem() {
        String content = new TableText()
                .heading(1, "Handlungsfeld Gesundheit")
                .paragraph("Worum es geht.")
                .sheet("Tabelle 1")
                .row(1)
                .cell(0, "Ziel", Note.NONE)
                .cell(1, "Maßnahme", Note.NONE)
                .row(2)
                .cell(0, "Ärzte", Note.NONE)
                .cell(1, "Lotsen", Note.FORMULA)
                .toString();
        ParsedConcept parsed = read(content);
        OutlineSection section = parsed.outline().sections().getFirst();
        assertThat(section.kind()).isEqualTo(SectionKind.FIELD_OF_ACTION);
        assertThat(section.name()).isEqualTo("Gesundheit");
        assertThat(parsed.outline().texts().getFirst().text()).isEqualTo("Worum es geht.");
        assertThat(places(content, parsed, DeviationKind.FORMULA)).containsExactly("Tabelle 1!B2");
        assertThat(read(table("Ziel|Maßnahme", "a|b"))
                        .outline()
                        .sections()
                        .getFirst()
                        .name())
                .isEqualTo("Plan");
    }

    @Test
    void writesAndReadsTablesAsTextWithoutLoss() {
        String content = new TableText()
                .sheet("A\\n")
                .row(3)
                .cell(27, "eins\nzwei\\n\tdrei", Note.MERGED)
                .toString();
        TablePart.Sheet sheet = (TablePart.Sheet) TableText.read(content).getFirst();
        assertThat(sheet.name()).isEqualTo("A\\n");
        assertThat(sheet.rows().getFirst().cells().getFirst())
                .isEqualTo(new TableCell(3, 27, "eins\nzwei\\n\tdrei", Note.MERGED));
        assertThat(TablePlaces.of(TableText.read(content)).place(3)).isEqualTo("A\\n!AB3");
    }
}
