package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.table.Mapping;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.TablePart;
import de.kreiskonzept.model.importing.table.TableReader;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.platform.importing.file.SheetWriter;
import de.kreiskonzept.platform.importing.file.Source;
import de.kreiskonzept.platform.importing.file.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The time that workbooks take, against the library's bare time for the same cells, alternately in one run. A dry run reads the file,
 * proposes what its columns mean and makes outline and deviations; storing it is measured by {@link ImportBench},
 * comparing it with a draft is not.
 */
final class DocumentBench {
    /** Megabytes of memory in which the large file has to be read. */
    private static final int HEAP = 200;

    private static final int SMALL = 205;
    private static final int LARGE = SourceFile.MOST_ROWS;
    private static final String[] HEAD = {
        "Handlungsfeld", "Oberziel", "Nr.", "Unterziel", "Maßnahme", "Zuständig", "Status", "Bemerkung"
    };

    private DocumentBench() {}

    /** Runs all measurements; the large file is read by a process of its own that has no more memory than the goal. */
    static void run() throws Exception {
        byte[] small = workbook(SMALL);
        Timing.compare("import-205", 1, () -> dryRun(small), () -> bare(small));
        List<OutlineRow> rows = OutlineRows.of(parsed(small).outline());
        Timing.compare("export-xlsx", 0.3, () -> SheetWriter.write(rows, List.of()).length, () -> bare(rows));
        inLittleMemory();
    }

    private static void inLittleMemory() throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElse("java");
        Process child = new ProcessBuilder(
                        java,
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeTable.class.getName())
                .inheritIO()
                .start();
        int status = child.waitFor();
        Goal.atMost("import-10000-heap-mb", status == 0 ? HEAP : HEAP + 1, HEAP);
    }

    /** Reads the large file; the process ends with an error where its memory is not enough. */
    static void large() throws Exception {
        byte[] file = workbook(LARGE);
        Timing.compare("import-10000", 20, () -> dryRun(file), () -> bare(file));
    }

    /** What the large file holds. */
    static ConceptOutline largeOutline() throws IOException {
        return parsed(workbook(LARGE)).outline();
    }

    private static int dryRun(byte[] file) {
        return parsed(file).outline().measureCount();
    }

    private static ParsedConcept parsed(byte[] file) {
        Source source = SourceFile.read("plan.xlsx", file);
        List<TablePart> parts = TableText.read(source.content());
        return TableReader.read(parts, Mapping.proposed(parts));
    }

    private static int bare(byte[] file) {
        int letters = 0;
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    letters += rows.mapToInt(DocumentBench::letters).sum();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters;
    }

    private static int letters(Row row) {
        int letters = 0;
        for (Cell cell : row) {
            letters += cell == null ? 0 : cell.getText().length();
        }
        return letters;
    }

    private static int bare(List<OutlineRow> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Bench");
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row).cells();
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
            }
            sheet.finish();
        }
        return bytes.size();
    }

    private static byte[] workbook(int measures) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Plan");
            for (int column = 0; column < HEAD.length; column++) {
                sheet.value(0, column, HEAD[column]);
            }
            for (int row = 1; row <= measures; row++) {
                int field = row * 11 / (measures + 1);
                int goal = row * 64 / (measures + 1);
                sheet.value(row, 0, "Handlungsfeld " + (field + 1) + ": Feld mit der Nummer " + field);
                sheet.value(row, 1, "Die Menschen im Landkreis finden sich im Feld " + field + " zurecht.");
                sheet.value(row, 2, Integer.toString(goal + 1));
                sheet.value(row, 3, "Angebote sind bekannt und werden genutzt, Teil " + goal);
                sheet.value(row, 4, "Maßnahme " + row + ": Beratung und Begleitung in den Gemeinden des Landkreises");
                sheet.value(row, 5, "Amt für Migration und Integration");
                sheet.value(row, 6, row % 3 == 0 ? "umgesetzt" : "in Planung");
                sheet.value(row, 7, "Stand der Umsetzung in Gemeinde " + row);
            }
            sheet.finish();
        }
        return bytes.toByteArray();
    }
}
