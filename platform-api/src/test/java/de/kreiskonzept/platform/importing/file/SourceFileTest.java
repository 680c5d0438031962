package de.kreiskonzept.platform.importing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.table.Mapping;
import de.kreiskonzept.model.importing.table.TablePart;
import de.kreiskonzept.model.importing.table.TablePlaces;
import de.kreiskonzept.model.importing.table.TableReader;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.platform.importing.file.Source.Form;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class SourceFileTest {
    private static final String[] PLAN = {
        "Handlungsfeld|Ziel|Nr.|Maßnahme|Status", "Sprache|Kurse für alle|1|Kurs am Abend|umgesetzt", "|||Raum finden|"
    };

    private static String sentence(String name, byte[] file) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> SourceFile.read(name, file));
        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal.status().getCode()).isEqualTo(422);
        return refusal.sentence(new Texts());
    }

    private static ParsedConcept parsed(Source source) {
        assertThat(source.form()).isEqualTo(Form.TABLE);
        List<TablePart> parts = TableText.read(source.content());
        return TableReader.read(parts, Mapping.proposed(parts));
    }

    private static List<String> found(Source source, DeviationKind kind) {
        TablePlaces places = TablePlaces.of(TableText.read(source.content()));
        return parsed(source).deviations().stream()
                .filter(deviation -> deviation.kind() == kind)
                .map(Deviation::line)
                .map(places::place)
                .toList();
    }

    @Test
    void readsAWorkbook() throws Exception {
        ParsedConcept parsed = parsed(SourceFile.read("plan.xlsx", Files.workbook(PLAN)));
        assertThat(parsed.outline().measureCount()).isEqualTo(2);
        assertThat(parsed.outline().sections().getFirst().name()).isEqualTo("Sprache");
        assertThat(parsed.deviations()).isEmpty();
    }

    @Test
    void takesValuesOfFormulasAndNotesThemDatesNumbersAndMergedCells() throws Exception {
        byte[] file = Files.workbook(sheet -> {
            IntStream.range(0, 5).forEach(i -> sheet.value(0, i, PLAN[0].split("\\|")[i]));
            sheet.value(0, 5, "Laufzeit");
            sheet.value(1, 0, "Sprache");
            sheet.value(1, 1, "Kurse");
            sheet.value(1, 2, 1.1);
            sheet.value(1, 3, "Kurs");
            sheet.value(1, 5, LocalDate.of(2025, 3, 1));
            sheet.style(1, 5).format("dd.mm.yyyy").set();
            sheet.value(2, 3, "Raum");
            sheet.formula(2, 4, "IF(TRUE,1,2)");
            sheet.range(1, 0, 2, 0).merge();
        });
        String sheet = Files.entry(file, "xl/worksheets/sheet1.xml");
        String second = "<row r=\"4\"><c r=\"D4\" t=\"str\"><f>A2</f><v>Bus</v></c></row></sheetData>";
        file = Files.with(file, "xl/worksheets/sheet1.xml", sheet.replace("</sheetData>", second));
        Source source = SourceFile.read("plan.xlsx", file);
        var measures = parsed(source)
                .outline()
                .sections()
                .getFirst()
                .goals()
                .getFirst()
                .measures();
        assertThat(measures).hasSize(3);
        assertThat(measures.getFirst().number()).isEqualTo("1.1");
        assertThat(measures.getFirst().detail().timeFrame().text()).isEqualTo("01.03.2025");
        assertThat(measures.getLast().text()).isEqualTo("Bus");
        assertThat(found(source, DeviationKind.MERGED_CELL)).containsExactly("Plan!A2");
        assertThat(found(source, DeviationKind.FORMULA)).containsExactly("Plan!D4");
        assertThat(found(source, DeviationKind.FORMULA_WITHOUT_VALUE)).containsExactly("Plan!E3");
    }

    @Test
    void readsTablesAsTextInBothCharacterSetsWithQuotedLineEnds() {
        String csv =
                "Handlungsfeld;Ziel;Maßnahme;Beschreibung\r\nSprache;Kurse;\"Kurs; abends\";\"erst\r\ndann 1.234,5\"\r\n;;Räume;'=1\r\n";
        for (byte[] file : List.of(
                csv.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8),
                csv.getBytes(Charset.forName("windows-1252")))) {
            var measures = parsed(SourceFile.read("Plan.CSV", file))
                    .outline()
                    .sections()
                    .getFirst()
                    .goals()
                    .getFirst()
                    .measures();
            assertThat(measures.getFirst().text()).isEqualTo("Kurs; abends");
            assertThat(measures.getFirst().description()).isEqualTo("erst\ndann 1.234,5");
            assertThat(measures.getLast().text() + measures.getLast().description())
                    .isEqualTo("Räume=1");
        }
    }

    @Test
    void readsHeadingsAndTablesOfADocumentInOrder() throws Exception {
        byte[] file = Files.document(
                "# Handlungsfeld Sprache",
                "Worum es geht.",
                "Ziel|Maßnahme",
                "Kurse|Kurs",
                "|Raum",
                "# Querschnittsthema Ehrenamt",
                "Ziel|Maßnahme",
                "Engagement|Börse");
        ParsedConcept parsed = parsed(SourceFile.read("konzept.docx", file));
        assertThat(parsed.outline().sections())
                .extracting(section -> section.name())
                .containsExactly("Sprache", "Ehrenamt");
        assertThat(parsed.outline().measureCount()).isEqualTo(3);
        Source text = SourceFile.read(
                "konzept.docx",
                Files.document("# Handlungsfeld Sprache", "Ziel 1: Kurse", "Maßnahme: Kurs", "Wer|Wann", "a|b"));
        assertThat(text.form()).isEqualTo(Form.TEXT);
        assertThat(text.content()).contains("# Handlungsfeld Sprache", "Wer\n");
    }

    @Test
    void readsTheTextLayerOfAPdfAndRefusesOneWithout() throws Exception {
        Source source = SourceFile.read("konzept.pdf", pdf("Handlungsfeld Sprache und Bildung", "Ziel 1: Kurse"));
        assertThat(source.form()).isEqualTo(Form.PAGES);
        assertThat(source.content()).contains("Handlungsfeld Sprache", "\f", "Ziel 1: Kurse");
        assertThat(sentence("bild.pdf", pdf("", ""))).contains("keinen Text");
        byte[] whole = pdf("Handlungsfeld Sprache und Bildung");
        assertThat(sentence("halb.pdf", Arrays.copyOf(whole, 40))).contains("beschädigt");
    }

    private static byte[] pdf(String... pages) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (String words : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(words);
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void refusesEveryHostileFileWithItsReason() throws Exception {
        byte[] workbook = Files.workbook(PLAN);
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        assertThat(sentence("plan.xlsx", picture)).contains("keine lesbare Datei der Art .xlsx");
        assertThat(sentence("bild.png", picture)).contains("kein lesbarer Text");
        assertThat(sentence("plan.xlsx", Arrays.copyOf(workbook, workbook.length / 2)))
                .contains("beschädigt");
        assertThat(sentence("plan.xlsx", Files.encrypted(workbook))).contains("Kennwort");
        assertThat(sentence("plan.xlsm", Files.with(workbook, "xl/vbaProject.bin", "x")))
                .contains("Makros");
        assertThat(sentence("alt.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}))
                .contains("veraltet");
        assertThat(sentence("leer.xlsx", Files.workbook(sheet -> {}))).contains("leer");
        assertThat(sentence("leer.csv", ";;\n;;\n".getBytes(StandardCharsets.UTF_8)))
                .contains("leer");
        assertThat(sentence("archiv.zip", Files.archive(Map.of("a.txt", new byte[1]))))
                .contains(".zip");
        byte[] bomb = Files.archive(Map.of(
                "xl/workbook.xml",
                "<a/>".getBytes(StandardCharsets.UTF_8),
                "xl/media/a.bin",
                new byte[SourceFile.MOST_UNPACKED + 1]));
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(sentence("bombe.xlsx", bomb)).contains("entpackt größer als 100 MB");
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        String sheet = Files.entry(workbook, "xl/worksheets/sheet1.xml").replaceFirst("<\\?xml[^>]*>", entity);
        assertThat(sentence("x.xlsx", Files.with(workbook, "xl/worksheets/sheet1.xml", sheet)))
                .contains("Verweise");
        byte[] wide = Files.workbook("|".repeat(SourceFile.MOST_COLUMNS) + "zu weit");
        assertThat(sentence("breit.xlsx", wide)).contains("mehr als 100 Spalten");
        String broken = Files.entry(workbook, "xl/worksheets/sheet1.xml").replace("</row>", "");
        assertThat(sentence("kaputt.xlsx", Files.with(workbook, "xl/worksheets/sheet1.xml", broken)))
                .contains("beschädigt");
    }

    @Test
    void readsTenThousandRowsAndNotOneMore() throws Exception {
        String[] rows = IntStream.rangeClosed(0, SourceFile.MOST_ROWS)
                .mapToObj(
                        row -> row == 0 ? "Handlungsfeld|Ziel|Maßnahme" : "Sprache|Ziel " + row % 100 + "|Kurs " + row)
                .toArray(String[]::new);
        Source source = SourceFile.read("viel.xlsx", Files.workbook(rows));
        assertThat(parsed(source).outline().measureCount()).isEqualTo(SourceFile.MOST_ROWS);
        String[] more = Arrays.copyOf(rows, rows.length + 1);
        more[rows.length] = "Sprache|Ziel|noch einer";
        assertThat(sentence("mehr.xlsx", Files.workbook(more))).contains("mehr als 10.000 Zeilen");
        String csv = String.join("\n", more).replace('|', ';');
        assertThatThrownBy(() -> SourceFile.read("mehr.csv", csv.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class);
    }
}
