package de.kreiskonzept.platform.document.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.document.paper.Paper.Layout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class WordFileTest {
    private static XWPFDocument print(Layout layout, List<Block> blocks) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(Specimen.print(Specimen.of(layout, blocks), Format.DOCX)));
    }

    private static List<String> styled(XWPFDocument file, String style) {
        return file.getParagraphs().stream()
                .filter(paragraph -> Objects.equals(paragraph.getStyle(), style))
                .map(XWPFParagraph::getText)
                .toList();
    }

    @Test
    void anotherLibraryReadsEveryWord() throws Exception {
        try (var file = print(Layout.BOOK, Specimen.blocks())) {
            String text =
                    file.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
            assertThat(text)
                    .contains("<script>alert(1)</script> & \"Anführung\" ]]> ")
                    .contains("½ ≤ 3 → ☑ Žižek, Čačak, Ελλάδα, Київ, İstanbul, école, مرحبا, 你好, 😀")
                    .contains("Ein schöner und wichtiger Satz mit Verweis.\nZweite Zeile.")
                    .contains("Zitat mit <b>Tags</b>");
            var table = file.getTables().getFirst();
            assertThat(table.getNumberOfRows()).isEqualTo(121);
            assertThat(table.getRow(120).getCell(1).getText())
                    .contains("Maßnahme Nummer 120 für Zugewanderte")
                    .contains("Erläuterung 120");
            assertThat(file.getTables().get(1).getNumberOfRows()).isEqualTo(2);
        }
    }

    @Test
    void hasRealHeadings() throws Exception {
        try (var file = print(Layout.BOOK, Specimen.blocks())) {
            assertThat(styled(file, "Heading1")).containsExactly("Vorwort", "Handlungsfelder");
            assertThat(styled(file, "Heading2")).containsExactly("2a Sprache " + Specimen.LONG, "2b Leer");
            assertThat(styled(file, "Heading3")).containsExactly("Unterpunkt", "Unterziel 1");
            assertThat(file.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
        }
    }

    @Test
    void listsItsChaptersInAFieldThatWordKeepsUpToDate() throws Exception {
        try (var file = print(Layout.BOOK, Specimen.blocks())) {
            String xml = file.getDocument().xmlText();
            assertThat(xml).contains("TOC \\o \"1-2\"").contains("PAGEREF _Toc00000002");
            assertThat(file.isEnforcedUpdateFields()).isTrue();
            assertThat(styled(file, "TOC1")).hasSize(2);
            assertThat(xml.split("fldCharType=\"begin\"", -1)).hasSameSizeAs(xml.split("fldCharType=\"end\"", -1));
        }
    }

    @Test
    void repeatsTheHeadOfTablesAndTearsNoRow() throws Exception {
        try (var file = print(Layout.BOOK, Specimen.blocks())) {
            var table = file.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRows()).allMatch(row -> row.isCantSplitRow());
            assertThat(table.getCTTbl().getTblPr().getTblCaption().getVal()).isEqualTo("Maßnahmen: Unterziel 1");
        }
    }

    @Test
    void showsPicturesWithTheirWords() throws Exception {
        try (var file = print(Layout.BOOK, Specimen.blocks())) {
            var run = file.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .filter(one -> !one.getEmbeddedPictures().isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertThat(run.getCTR().xmlText()).contains("descr=\"Zwei Balken &lt;script>alert(1)&lt;/script> &amp; ");
            var dots = ImageIO.read(new ByteArrayInputStream(
                    run.getEmbeddedPictures().getFirst().getPictureData().getData()));
            assertThat(dots.getWidth()).isEqualTo(1280);
            assertThat(dots.getHeight()).isEqualTo(640);
            assertThat(dots.getRGB(640, 600)).as("paper").isEqualTo(0xFFFFFFFF);
            assertThat(IntStream.range(0, 1280).filter(x -> dots.getRGB(x, 160) != 0xFFFFFFFF))
                    .as("lines of the pattern")
                    .hasSizeGreaterThan(50);
        }
    }

    @Test
    void keepsASentenceWithTheListThatFollows() throws Exception {
        var list = new Block.Bullets(null, List.of(List.of(Block.Paragraph.of("Punkt"))));
        try (var file =
                print(Layout.SHEET, List.of(Block.Paragraph.of("Allein."), Block.Paragraph.of("Dazu:"), list))) {
            assertThat(file.getParagraphs().stream()
                            .filter(paragraph -> paragraph.getCTP().getPPr().isSetKeepNext())
                            .map(XWPFParagraph::getText))
                    .containsExactly("Dazu:");
        }
    }

    @Test
    void countsEachListByItself() throws Exception {
        try (var file = print(Layout.BOOK, Specimen.blocks())) {
            var items = file.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getNumID() != null)
                    .toList();
            assertThat(items).extracting(XWPFParagraph::getText).contains("eins", "zwei a", "dritter");
            var third = items.stream()
                    .filter(item -> item.getText().equals("dritter"))
                    .findFirst()
                    .orElseThrow();
            assertThat(third.getNumFmt()).isEqualTo("decimal");
            assertThat(third.getNumStartOverride()).isEqualTo(3);
        }
    }

    @Test
    void saysAtTheEdgesWhoseItIsAndWhichPage() throws Exception {
        try (var file = print(Layout.SHEET, Specimen.blocks())) {
            assertThat(file.getHeaderList().getFirst().getText())
                    .contains("Landkreis Südliche Weinstraße", "Integrationskonzept „Miteinander“");
            assertThat(file.getFooterList().getFirst().getText())
                    .contains("Entwurf & mehr, 21.11.2026", "Beispieldaten, nicht amtlich", "Seite", "von");
            assertThat(file.getFooterList().getFirst()._getHdrFtr().xmlText()).contains(" PAGE ", " NUMPAGES ");
            assertThat(file.getDocument().xmlText()).contains("w:orient=\"landscape\"");
        }
    }

    @Test
    void tellsProgramsItsTitleAndLanguage() throws Exception {
        try (var file = print(Layout.BOOK, Specimen.blocks())) {
            var properties = file.getProperties().getCoreProperties();
            assertThat(properties.getTitle()).isEqualTo("Integrationskonzept „Miteinander“");
            assertThat(properties.getCreator()).isEqualTo("Landkreis Südliche Weinstraße");
            assertThat(properties.getUnderlyingProperties().getLanguageProperty())
                    .contains("de-DE");
            assertThat(file.getStyle().getDocDefaults().xmlText()).contains("w:val=\"de-DE\"");
        }
    }

    @Test
    void printsAPaperWithNothingOnIt() throws Exception {
        try (var file = print(Layout.BOOK, List.of())) {
            assertThat(styled(file, "Title")).containsExactly("Integrationskonzept „Miteinander“");
        }
    }
}
