package de.kreiskonzept.platform.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Writes a table as CSV (RFC 4180) the way a German Excel opens it: semicolons, UTF-8 with byte order mark, CR LF. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV Injection).
 */
public final class SemicolonText {
    /** Media type with the character set. */
    public static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    private static final String FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠";

    private SemicolonText() {}

    /** The bytes of the file. */
    public static byte[] write(Grid grid) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(grid.head());
            grid.rows()
                    .forEach(row -> csv.writeRecord(
                            row.stream().map(SemicolonText::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        String text =
                value instanceof BigDecimal number ? number.toPlainString().replace('.', ',') : value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
