package de.kreiskonzept.platform.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.pdf.Conformity;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Paper.Layout;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfFileTest {
    private static byte[] print(Layout layout, List<Block> blocks) {
        return Specimen.print(Specimen.of(layout, blocks), Format.PDF);
    }

    private static String text(PDDocument file, int from, int to) throws Exception {
        var reader = new PDFTextStripper();
        reader.setStartPage(from);
        reader.setEndPage(to);
        return reader.getText(file);
    }

    @Test
    void keepsTheStandardsForScreenReadersAndForArchives() throws Exception {
        assertThat(Conformity.complaints(print(Layout.BOOK, Specimen.blocks()))).isEmpty();
    }

    @Test
    void keepsThemAcrossThePageToo() throws Exception {
        assertThat(Conformity.complaints(print(Layout.SHEET, List.of(Specimen.table(60)))))
                .isEmpty();
    }

    @Test
    void findsFaultWithAnOrdinaryFile() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var file = new PDDocument()) {
            var page = new PDPage();
            file.addPage(page);
            new PDPageContentStream(file, page).close();
            file.save(bytes);
        }
        assertThat(Conformity.complaints(bytes.toByteArray())).isNotEmpty();
    }

    @Test
    void readsEveryWordAloudInOrderAndTakesMarkupForText() throws Exception {
        String text = Aloud.read(print(Layout.BOOK, Specimen.blocks())).replaceAll("\\s", "");
        assertThat(text)
                .contains("<script>alert(1)</script>&\"Anführung\"]]>")
                .contains("2aSprache" + Specimen.LONG)
                .contains("½≤3→☑Žižek,Čačak,Ελλάδα,Київ,İstanbul,école")
                .contains("EinschönerundwichtigerSatzmitVerweis.ZweiteZeile.")
                .contains("Zitatmit<b>Tags</b>")
                .contains("3.dritter4.vierter")
                .contains("1.120MaßnahmeNummer120fürZugewanderteErläuterung120");
    }

    @Test
    void readsNoDecorationAloud() throws Exception {
        String text = Aloud.read(print(Layout.BOOK, Specimen.blocks()));
        assertThat(text).doesNotContain("Seite", ". .").containsOnlyOnce("Entwurf & mehr");
    }

    @Test
    void namesThePageOfEveryChapter() throws Exception {
        try (var file = Loader.loadPDF(print(Layout.BOOK, Specimen.blocks()))) {
            String contents = text(file, 2, 2);
            assertThat(contents).containsPattern("Vorwort *3").containsPattern("Handlungsfelder *4");
            assertThat(text(file, 3, 3)).contains("Vorwort").doesNotContain("Handlungsfelder");
            assertThat(text(file, 4, 4)).contains("Handlungsfelder");
            var outline = file.getDocumentCatalog().getDocumentOutline();
            assertThat(outline.getFirstChild().getTitle()).isEqualTo("Vorwort");
        }
    }

    @Test
    void saysOnEveryPageButTheCoverWhoseItIs() throws Exception {
        try (var file = Loader.loadPDF(print(Layout.BOOK, Specimen.blocks()))) {
            int pages = file.getNumberOfPages();
            assertThat(pages).isGreaterThan(6);
            for (int page = 2; page <= pages; page++) {
                assertThat(text(file, page, page))
                        .contains("Landkreis Südliche Weinstraße", "Entwurf & mehr, 21.11.2026", "nicht amtlich")
                        .contains("Seite %d von %d".formatted(page, pages));
            }
            assertThat(text(file, 1, 1)).doesNotContain("Seite").contains("„Miteinander“");
        }
    }

    @Test
    void repeatsTheHeadOfATableOnEveryPage() throws Exception {
        try (var file = Loader.loadPDF(print(Layout.SHEET, List.of(Specimen.table(90))))) {
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                assertThat(text(file, page, page)).contains("Zuständig");
            }
        }
    }

    @Test
    void tellsProgramsItsTitleAndLanguageAndHoldsItsFonts() throws Exception {
        try (var file = Loader.loadPDF(print(Layout.BOOK, Specimen.blocks()))) {
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Integrationskonzept „Miteinander“");
            assertThat(file.getDocumentInformation().getAuthor()).isEqualTo("Landkreis Südliche Weinstraße");
            assertThat(file.getDocumentCatalog().getLanguage().toLowerCase(Locale.ROOT))
                    .isEqualTo("de-de");
            var fonts = new ArrayList<Boolean>();
            for (var page : file.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name).isEmbedded());
                }
            }
            assertThat(fonts).isNotEmpty().doesNotContain(false);
        }
    }

    @Test
    void leavesNoHeadingAloneAtTheFootOfAPage() throws Exception {
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(1, "", "Kapitel"));
        blocks.add(new Heading(2, "", "Abschnitt"));
        for (int number = 1; number <= 60; number++) {
            blocks.add(new Heading(3, "", "Überschrift" + number + "."));
            blocks.add(Paragraph.of(Paragraph.Tone.LEAD, "Leitsatz" + number + "."));
            blocks.add(Specimen.table(1 + number % 4));
        }
        try (var file = Loader.loadPDF(print(Layout.BOOK, blocks))) {
            for (int page = 3; page <= file.getNumberOfPages(); page++) {
                String body = text(file, page, page).strip();
                assertThat(body.lines()
                                .filter(line -> line.startsWith("Überschrift"))
                                .count())
                        .isEqualTo(body.lines()
                                .filter(line -> line.startsWith("Leitsatz"))
                                .count());
                assertThat(body.lines().toList().getLast())
                        .doesNotStartWith("Überschrift")
                        .doesNotStartWith("Leitsatz");
            }
        }
    }

    @Test
    void printsAPaperWithNothingOnIt() throws Exception {
        assertThat(Conformity.complaints(print(Layout.BOOK, List.of()))).isEmpty();
        assertThat(Conformity.complaints(print(Layout.SHEET, List.of(Paragraph.of("Nichts erfasst.")))))
                .isEmpty();
    }

    @Test
    void refusesHeadingsThatSkipALevel() {
        assertThatThrownBy(() -> Specimen.of(Layout.BOOK, List.of(new Heading(2, "", "Zu tief"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Zu tief");
    }
}
