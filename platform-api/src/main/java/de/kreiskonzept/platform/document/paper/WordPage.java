package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.platform.document.paper.Paper.Layout;
import java.math.BigInteger;
import java.util.List;
import org.docx4j.openpackaging.exceptions.InvalidFormatException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.Part;
import org.docx4j.openpackaging.parts.WordprocessingML.FooterPart;
import org.docx4j.openpackaging.parts.WordprocessingML.HeaderPart;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.FooterReference;
import org.docx4j.wml.Ftr;
import org.docx4j.wml.Hdr;
import org.docx4j.wml.HdrFtrRef;
import org.docx4j.wml.HeaderReference;
import org.docx4j.wml.P;
import org.docx4j.wml.STPageOrientation;
import org.docx4j.wml.SectPr;
import org.docx4j.wml.SectPr.PgMar;
import org.docx4j.wml.SectPr.PgSz;

/**
 * The page of a Word file, A4, all lengths in twips (1/1440 inch).
 *
 * @param cover whether the first page has no edges
 */
record WordPage(int width, int height, int top, int right, int bottom, int left, boolean cover) {
    static WordPage of(Layout layout) {
        return switch (layout) {
            case BOOK -> new WordPage(11906, 16838, 1701, 1247, 1474, 1417, true);
            case SHEET -> new WordPage(16838, 11906, 1361, 850, 1134, 1021, false);
        };
    }

    int textWidth() {
        return width - left - right;
    }

    /** Gives the file its size of page and its edges. */
    void apply(WordprocessingMLPackage file, Front front, PaperWords words) throws InvalidFormatException {
        var body = file.getMainDocumentPart().getJaxbElement().getBody();
        var section = body.getSectPr() == null ? new SectPr() : body.getSectPr();
        body.setSectPr(section);
        section.setPgSz(size());
        section.setPgMar(margins());
        if (cover) {
            section.setTitlePg(new BooleanDefaultTrue());
        }
        var header = new HeaderReference();
        header.setId(add(file, header(front)));
        header.setType(HdrFtrRef.DEFAULT);
        section.getEGHdrFtrReferences().add(header);
        var footer = new FooterReference();
        footer.setId(add(file, footer(front, words)));
        footer.setType(HdrFtrRef.DEFAULT);
        section.getEGHdrFtrReferences().add(footer);
    }

    private PgSz size() {
        var size = new PgSz();
        size.setW(BigInteger.valueOf(width));
        size.setH(BigInteger.valueOf(height));
        if (width > height) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        return size;
    }

    private PgMar margins() {
        var margins = new PgMar();
        margins.setTop(BigInteger.valueOf(top));
        margins.setRight(BigInteger.valueOf(right));
        margins.setBottom(BigInteger.valueOf(bottom));
        margins.setLeft(BigInteger.valueOf(left));
        margins.setHeader(BigInteger.valueOf(top / 2));
        margins.setFooter(BigInteger.valueOf(bottom / 2));
        return margins;
    }

    private static String add(WordprocessingMLPackage file, Part part) throws InvalidFormatException {
        return file.getMainDocumentPart().addTargetPart(part).getId();
    }

    private HeaderPart header(Front front) throws InvalidFormatException {
        P line = WordText.paragraph("Header");
        WordText.tabs(line, List.of(textWidth()));
        WordText.write(line, Run.strong(front.issuer()));
        WordText.tab(line);
        WordText.write(line, Run.of(front.title()));
        var content = new Hdr();
        content.getContent().add(line);
        var part = new HeaderPart();
        part.setJaxbElement(content);
        return part;
    }

    private FooterPart footer(Front front, PaperWords words) throws InvalidFormatException {
        P line = WordText.paragraph("Footer");
        WordText.tabs(line, List.of(textWidth() / 2, textWidth()));
        WordText.write(line, Run.of(front.edition()));
        WordText.tab(line);
        WordText.write(line, Run.of(front.notice()));
        WordText.tab(line);
        List<String> around = words.aroundPage();
        WordText.write(line, Run.of(around.get(0)));
        WordText.field(line, "PAGE", "1");
        WordText.write(line, Run.of(around.get(1)));
        WordText.field(line, "NUMPAGES", "1");
        WordText.write(line, Run.of(around.get(2)));
        var content = new Ftr();
        content.getContent().add(line);
        var part = new FooterPart();
        part.setJaxbElement(content);
        return part;
    }
}
