package de.kreiskonzept.platform.resolution.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.measure.TimeFrame;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextTablesTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);

    @Test
    void aTableStandsBetweenTheWordsAroundIt() {
        List<Block> blocks = TextTables.blocks(
                "Vorher.\n\n| Kapitel | Inhalt |\n| --- | --- |\n| 1. Vorwort | Gruß |\n\nNachher.", 2, "Inhalt");
        assertThat(blocks).hasSize(3);
        assertThat(blocks.get(1)).isInstanceOfSatisfying(Table.class, table -> {
            assertThat(table.columns()).extracting(Block.Column::name).containsExactly("Kapitel", "Inhalt");
            assertThat(table.rows()).hasSize(1);
            assertThat(table.rows().getFirst().getLast().text()).isEqualTo("Gruß");
        });
    }

    @Test
    void aHeadWithoutRowsIsText() {
        assertThat(TextTables.blocks("| nur | das |", 2, "x")).hasSize(1).noneMatch(Table.class::isInstance);
    }

    @Test
    void rowsOfOtherLengthsLoseNothing() {
        var table = (Table) TextTables.blocks("|a|b|c|\n|1|\n|1|2|3|4|", 2, "x").getFirst();
        assertThat(table.rows().get(0)).extracting(Block.Cell::text).containsExactly("1", "", "");
        assertThat(table.rows().get(1)).extracting(Block.Cell::text).containsExactly("1", "2", "3 4");
    }

    @Test
    void aBarInAnEntryEndsNoCell() {
        assertThat(TextTables.line("a|b", "c\nd")).isEqualTo("| a/b | c d |");
    }

    @Test
    void costsOfAllMeasuresMakeOneSumForEachYear() {
        String said = new CostTexts(new Texts())
                .sums(
                        List.of(ONE, TWO, THREE),
                        Map.of(
                                ONE, costs("jährlich 10.000 € ab 2018 bis 2019; einmalig 500 € im Jahr 2018"),
                                TWO, costs("jährlich 2.000 € ab 2019 bis 2019; einmalig 700 €")));
        assertThat(said)
                .contains("2 von 3 Maßnahmen", "| 2018 | 10.500 € |", "| 2019 | 12.000 € |")
                .contains("700 €, deren Haushaltsjahr noch offen ist");
        assertThat(new CostTexts(new Texts()).sums(List.of(ONE), Map.of())).contains("keine Kosten erfasst");
    }

    private static Detailed costs(String lines) {
        return new Detailed(
                new MeasureDetail(
                        MeasureReach.COUNTY,
                        null,
                        null,
                        "",
                        new TimeFrame.Unstated(),
                        Costs.read(lines).costs()),
                null);
    }
}
