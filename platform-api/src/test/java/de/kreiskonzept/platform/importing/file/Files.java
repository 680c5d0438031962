package de.kreiskonzept.platform.importing.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes files that people bring in, good and bad ones. */
public final class Files {
    /** What parts the fields of {@link #form}. */
    public static final String BOUNDARY = "grenze";

    private Files() {}

    /** A workbook with one sheet named "Plan" whose rows are cells parted by "|". */
    public static byte[] workbook(String... rows) throws IOException {
        return workbook(sheet -> {
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].split("\\|", -1);
                for (int column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        });
    }

    public static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Plan");
            fill.accept(sheet);
            sheet.finish();
        }
        return bytes.toByteArray();
    }

    /** The same archive with another text in one entry; a new entry where there is none. */
    public static byte[] with(byte[] archive, String name, String content) throws IOException {
        Map<String, byte[]> entries = entries(archive);
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return archive(entries);
    }

    /** An archive with these entries. */
    public static byte[] archive(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The text of an entry. */
    public static String entry(byte[] archive, String name) throws IOException {
        return new String(entries(archive).get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(archive).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    /** A workbook behind a password. */
    public static byte[] encrypted(byte[] workbook) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (var out = encryptor.getDataStream(files)) {
                out.write(workbook);
            }
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    /** A PDF with a text layer, a page for each list of lines. */
    @SafeVarargs
    public static byte[] pages(List<String>... pages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (List<String> lines : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.setLeading(24);
                    content.newLineAtOffset(50, 700);
                    for (String line : lines) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** The body of a form (multipart/form-data) with one file in the field "file". */
    public static byte[] form(String name, byte[] file) {
        return form(Map.of(), name, file);
    }

    /** The body of a form (multipart/form-data) with these fields and one file in the field "file". */
    public static byte[] form(Map<String, String> fields, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** A Word document: "# " begins a heading, "|" parts the cells of table rows, all else is a paragraph. */
    public static byte[] document(String... lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            XWPFTable table = null;
            for (String line : lines) {
                if (line.contains("|")) {
                    String[] cells = line.split("\\|", -1);
                    boolean first = table == null;
                    if (first) {
                        table = document.createTable(1, cells.length);
                    }
                    var row = first ? table.getRow(0) : table.createRow();
                    for (int i = 0; i < cells.length; i++) {
                        row.getCell(i).setText(cells[i]);
                    }
                } else {
                    table = null;
                    XWPFParagraph paragraph = document.createParagraph();
                    boolean heading = line.startsWith("# ");
                    if (heading) {
                        paragraph.getCTP().addNewPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
                    }
                    paragraph.createRun().setText(heading ? line.substring(2) : line);
                }
            }
            document.write(bytes);
        }
        return bytes.toByteArray();
    }
}
