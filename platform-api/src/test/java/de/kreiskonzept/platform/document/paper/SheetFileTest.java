package de.kreiskonzept.platform.document.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Paper.Layout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetFileTest {
    private static XSSFWorkbook print(List<Block> blocks) throws IOException {
        return new XSSFWorkbook(
                new ByteArrayInputStream(Specimen.print(Specimen.of(Layout.SHEET, blocks), Format.XLSX)));
    }

    @Test
    void saysWhoseItIsAboveTheTable() throws Exception {
        try (var file = print(List.of(Specimen.table(20)))) {
            var sheet = file.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("Maßnahmen  Unterziel 1");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Landkreis Südliche Weinstraße");
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("Entwurf & mehr");
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("Beispieldaten, nicht amtlich");
            assertThat(sheet.getRow(6).getCell(1).getStringCellValue()).isEqualTo("Maßnahme");
            assertThat(sheet.getRow(26).getCell(0).getStringCellValue()).isEqualTo("1.20");
            assertThat(sheet.getLastRowNum()).isEqualTo(26);
        }
    }

    @Test
    void fixesAndRepeatsTheHead() throws Exception {
        try (var file = print(List.of(Specimen.table(20)))) {
            var sheet = file.getSheetAt(0);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("7:7");
            assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo(7);
            assertThat(sheet.getFooter().getLeft()).endsWith("Entwurf && mehr, 21.11.2026");
        }
    }

    @Test
    void holdsNoFormulaAndNoControlCharacter() throws Exception {
        var table = new Table("Liste", List.of(new Column("Nr.", 100)), List.of(List.of(Cell.of("=1+1\u0001"))));
        try (var file = print(List.of(table))) {
            var cell = file.getSheetAt(0).getRow(7).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
        }
    }

    @Test
    void printsAPaperWithoutATable() throws Exception {
        try (var file = print(List.of())) {
            assertThat(file.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("Integrationskonzept „Miteinander“");
        }
    }
}
