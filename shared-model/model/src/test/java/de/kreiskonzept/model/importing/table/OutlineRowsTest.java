package de.kreiskonzept.model.importing.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.table.TableCell.Note;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineRowsTest {
    private static String table(String... rows) {
        var text = new TableText().sheet("Konzept").row(1);
        for (int i = 0; i < OutlineRow.head().size(); i++) {
            text.cell(i, OutlineRow.head().get(i), Note.NONE);
        }
        for (int row = 0; row < rows.length; row++) {
            text.row(row + 2);
            String[] cells = rows[row].split("\\|", -1);
            for (int i = 0; i < cells.length; i++) {
                text.cell(i, cells[i], Note.NONE);
            }
        }
        return text.toString();
    }

    private static ParsedConcept read(String table) {
        List<TablePart> parts = TableText.read(table);
        assertThat(OutlineRows.isIn(parts)).isTrue();
        return RowTree.parsed(OutlineRows.find(parts));
    }

    @Test
    void findsTheLevelOfARowThatSaysNone() {
        var outline = read(table(
                        "Konzept|||Integrationskonzept",
                        "Handlungsfeld||1|Sprache",
                        "Oberziel|||Alle sprechen",
                        "Unterziel||1|Kurse",
                        "Maßnahme||1|Abendkurs||||gelb||noch klein|nein",
                        "Unterziel||2|Räume",
                        "Text|||Es geht voran|Stand",
                        "Querschnittsthema|||Ehrenamt",
                        "Handlungsfeld und Querschnittsthema|||Kommunen"))
                .outline();
        assertThat(outline.title()).isEqualTo("Integrationskonzept");
        assertThat(outline.sections())
                .extracting(section -> section.kind())
                .containsExactly(
                        SectionKind.FIELD_OF_ACTION, SectionKind.CROSS_CUTTING_THEME, SectionKind.FIELD_AND_THEME);
        var section = outline.sections().getFirst();
        assertThat(section.texts().getFirst().name()).isEqualTo("Stand");
        assertThat(section.goals().getFirst().kind()).isEqualTo(GoalKind.OVERALL_GOAL);
        assertThat(section.goals().getFirst().goals()).hasSize(2);
        var measure = section.goals().getFirst().goals().getFirst().measures().getFirst();
        assertThat(measure.counted()).isFalse();
        assertThat(measure.justification()).isEqualTo("noch klein");
    }

    @Test
    void leavesOutAndNamesRowsThatCanStandNowhere() {
        ParsedConcept parsed = read(table("Maßnahme|||Kurs", "Handlungsfeld||1|Sprache", "Blume|||x", "Ziel|||"));
        assertThat(parsed.deviations())
                .extracting(Deviation::kind)
                .contains(DeviationKind.OUTSIDE_SECTION, DeviationKind.ROW_WITHOUT_NODE, DeviationKind.EMPTY_ITEM);
        assertThat(parsed.outline().goalCount()).isZero();
    }

    @Test
    void isOnlyTheOwnTableWithExactlyItsHead() {
        assertThat(OutlineRows.isIn(TableText.read(new TableText()
                        .sheet("a")
                        .row(1)
                        .cell(0, "Art", Note.NONE)
                        .toString())))
                .isFalse();
    }
}
