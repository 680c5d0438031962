package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.model.importing.table.TableCell.Note;
import de.kreiskonzept.model.importing.table.TableText;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a table as text (CSV, RFC 4180) with semicolons as German programs write it, or with tabs or commas. */
final class SeparatedReader {
    private static final int TO_LOOK_AT = 4_000;
    private static final String FORMULA_SIGNS = "=+-@\t＝＋－＠";

    private SeparatedReader() {}

    /** The table as {@link TableText}. */
    static String read(String csv) {
        var text = new TableText().sheet("");
        int number = 0;
        boolean words = false;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(csv))
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv)) {
            for (CsvRecord row : records) {
                number++;
                if (number > SourceFile.MOST_ROWS + 1) {
                    throw Refused.ROWS.because(SourceFile.MOST_ROWS);
                }
                words |= row(text, number, row);
            }
        } catch (CsvParseException e) {
            throw Refused.DAMAGED.because();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!words) {
            throw Refused.EMPTY.because();
        }
        return text.toString();
    }

    private static boolean row(TableText text, int number, CsvRecord row) {
        if (row.getFieldCount() > SourceFile.MOST_COLUMNS) {
            throw Refused.COLUMNS.because(SourceFile.MOST_COLUMNS);
        }
        boolean words = false;
        if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
            words = true;
            text.row(number);
            for (int column = 0; column < row.getFieldCount(); column++) {
                text.cell(
                        column, plain(row.getField(column).replace("\r\n", "\n").replace('\r', '\n')), Note.NONE);
            }
        }
        return words;
    }

    /** An apostrophe before the sign of a formula is how programs write such a cell safely. */
    private static String plain(String field) {
        return field.length() > 1 && field.charAt(0) == '\'' && FORMULA_SIGNS.indexOf(field.charAt(1)) >= 0
                ? field.substring(1)
                : field;
    }

    private static char separator(String csv) {
        String start = csv.substring(0, Math.min(csv.length(), TO_LOOK_AT));
        if (start.indexOf(';') >= 0) {
            return ';';
        }
        return start.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
