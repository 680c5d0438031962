package de.kreiskonzept.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ExportsTest {
    private static final Grid GRID = new Grid(
            "Ampel",
            List.of("Name", "Zahl"),
            List.of(
                    List.of("=1+1", 3),
                    List.of("Übergänge; \"Schule\"\nBeruf", -2),
                    List.of("@SUM(A1)", 0),
                    List.of("a\u0001b 😀", "")));

    @Test
    void anotherLibraryReadsTheWorkbookAndFindsNoFormula() throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(Spreadsheet.write(List.of(GRID))))) {
            var sheet = workbook.getSheet("Ampel");

            assertThat(sheet.getLastRowNum()).isEqualTo(4);
            assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(3);
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("Übergänge; \"Schule\"\nBeruf");
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("ab 😀");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void anotherReaderReadsTheTextAndFindsNoFormula() {
        List<List<String>> rows = read(new String(SemicolonText.write(GRID), StandardCharsets.UTF_8));

        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).containsExactly("Name", "Zahl");
        assertThat(rows.get(1)).containsExactly("'=1+1", "3");
        assertThat(rows.get(2)).containsExactly("Übergänge; \"Schule\"\nBeruf", "-2");
        assertThat(rows.get(3)).containsExactly("'@SUM(A1)", "0");
    }

    @Test
    void beginsWithTheByteOrderMarkThatExcelNeeds() {
        assertThat(SemicolonText.write(GRID)).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void noteStandsInEveryRow() {
        Grid noted = GRID.with("Hinweis", "Beispieldaten, nicht amtlich");

        assertThat(noted.head()).endsWith("Hinweis");
        assertThat(noted.rows()).hasSize(4).allSatisfy(row -> assertThat(row).endsWith("Beispieldaten, nicht amtlich"));
    }

    @Test
    void refusesRowsThatDoNotFitTheHead() {
        assertThatThrownBy(() -> new Grid("Ampel", List.of("Name"), List.of(List.of("a", 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 4180 read sign by sign, with nothing of the library that wrote it. */
    static List<List<String>> read(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted && sign == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(++i));
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && (sign == ';' || sign == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (sign == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (quoted || sign != '\r') {
                cell.append(sign);
            }
        }
        return rows;
    }
}
