package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.importing.ConceptTextParser;
import de.kreiskonzept.platform.importing.file.Source.Form;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A file as it was sent. What it is shows in its first bytes; its name decides only between kinds of text. */
public final class SourceFile {
    /** Rows of all tables together. */
    public static final int MOST_ROWS = 10_000;
    /** Columns of a table. */
    public static final int MOST_COLUMNS = 100;
    /** Pages of a PDF. */
    public static final int MOST_PAGES = 1_000;
    /** Bytes of an office file when it is unpacked. */
    public static final int MOST_UNPACKED = 100 * 1024 * 1024;

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final byte[] PORTABLE = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String ENCRYPTED =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    private static final Pattern OFFICE = Pattern.compile(".*\\.(?:xls[xm]?|doc[xm]?|pdf)");
    private static final Pattern SEPARATED = Pattern.compile(".*\\.(?:csv|tsv)");

    private SourceFile() {}

    /**
     * Reads a file.
     *
     * @param name with its ending, may be empty
     * @throws Refusal 422 with the reason, where it cannot be read safely or holds nothing
     */
    public static Source read(String name, byte[] file) {
        if (begins(file, ARCHIVE)) {
            return office(Archive.open(file));
        }
        if (begins(file, PORTABLE)) {
            return PortableReader.read(file);
        }
        if (begins(file, COMPOUND)) {
            boolean encrypted = new String(file, StandardCharsets.ISO_8859_1).contains(ENCRYPTED);
            throw (encrypted ? Refused.PROTECTED : Refused.OLD_FORMAT).because();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (OFFICE.matcher(lower).matches()) {
            throw Refused.NOT_WHAT_IT_SAYS.because(lower.substring(lower.lastIndexOf('.')));
        }
        String text = ConceptTextParser.decode(file).orElseThrow(Refused.NOT_TEXT::because);
        return SEPARATED.matcher(lower).matches()
                ? new Source(Form.TABLE, SeparatedReader.read(text))
                : new Source(Form.TEXT, text);
    }

    private static Source office(Archive archive) {
        if (archive.has("xl/workbook.xml")) {
            return new Source(Form.TABLE, SheetReader.read(archive));
        }
        if (archive.has("word/document.xml")) {
            return WordReader.read(archive);
        }
        throw Refused.NOT_WHAT_IT_SAYS.because(".zip");
    }

    private static boolean begins(byte[] file, byte[] sign) {
        return file.length >= sign.length && Arrays.equals(file, 0, sign.length, sign, 0, sign.length);
    }
}
