package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.model.importing.table.TableCell.Note;
import de.kreiskonzept.model.importing.table.TableText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads an Excel workbook (Office Open XML) row by row. */
final class SheetReader {
    /** Digits that a spreadsheet shows; what is behind them is an error of binary numbers. */
    private static final MathContext SHOWN = new MathContext(15);

    private final TableText text = new TableText();
    private int rows;
    private boolean words;
    /** Whether the table is the product's own one for numbers, which are read as people in Germany write them. */
    private boolean german;

    private SheetReader() {}

    /** The tables as {@link TableText}. */
    static String read(Archive archive) {
        var reader = new SheetReader();
        try (var workbook = new ReadableWorkbook(archive.stream(), new ReadingOptions(true, true))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            for (Sheet sheet : sheets) {
                if (sheet.getVisibility() != SheetVisibility.VERY_HIDDEN) {
                    reader.sheet(sheet, archive.merged(sheet.getIndex() + 1));
                }
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw Refused.DAMAGED.because();
        }
        if (!reader.words) {
            throw Refused.EMPTY.because();
        }
        return reader.text.toString();
    }

    private void sheet(Sheet sheet, Set<String> merged) throws IOException {
        text.sheet(sheet.getName());
        german = Stream.of(NumberRow.Sheet.values())
                .anyMatch(table -> table.word().equals(sheet.getName()));
        try (Stream<Row> all = sheet.openStream()) {
            all.forEach(row -> row(row, merged));
        }
    }

    private void row(Row row, Set<String> merged) {
        boolean begun = false;
        for (Cell cell : row) {
            if (cell == null || (cell.getType() == CellType.EMPTY && cell.getFormula() == null)) {
                continue;
            }
            if (!begun) {
                begun = true;
                rows++;
                text.row(row.getRowNum());
            }
            if (cell.getColumnIndex() >= SourceFile.MOST_COLUMNS) {
                throw Refused.COLUMNS.because(SourceFile.MOST_COLUMNS);
            }
            cell(cell, merged);
        }
        // The head is a row of its own.
        if (rows > SourceFile.MOST_ROWS + 1) {
            throw Refused.ROWS.because(SourceFile.MOST_ROWS);
        }
    }

    private void cell(Cell cell, Set<String> merged) {
        String shown = shown(cell);
        words |= !shown.isBlank();
        text.cell(cell.getColumnIndex(), shown, note(cell, shown, merged));
    }

    private static Note note(Cell cell, String shown, Set<String> merged) {
        if (cell.getType() == CellType.ERROR) {
            return Note.FAULT;
        }
        if (cell.getFormula() != null) {
            return shown.isBlank() ? Note.FORMULA_WITHOUT_VALUE : Note.FORMULA;
        }
        return merged.contains(cell.getAddress().toString()) ? Note.MERGED : Note.NONE;
    }

    private String shown(Cell cell) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw);
            case FORMULA -> cell.getValue() instanceof BigDecimal number ? plain(number) : formula(cell, raw);
            case STRING -> cell.asString() == null ? "" : cell.asString();
            case BOOLEAN -> cell.asBoolean() ? "ja" : "nein";
            case EMPTY, ERROR -> "";
        };
    }

    private static String formula(Cell cell, String raw) {
        return cell.getValue() == null ? raw : String.valueOf(cell.getValue());
    }

    private String number(Cell cell, String raw) {
        if (isDate(cell)) {
            return GermanTime.DAY.format(cell.asDate());
        }
        try {
            return plain(new BigDecimal(raw));
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private String plain(BigDecimal number) {
        String plain = number.round(SHOWN).stripTrailingZeros().toPlainString();
        return german ? plain.replace('.', ',') : plain;
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.matches("(?i)[^#0]*[dmy][^#0]*y[^#0]*|[^#0]*y[^#0]*[dm][^#0]*");
    }
}
