package de.kreiskonzept.platform.document.paper;

import jakarta.xml.bind.JAXBElement;
import java.math.BigInteger;
import java.util.List;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTBookmark;
import org.docx4j.wml.CTMarkupRange;
import org.docx4j.wml.CTSimpleField;
import org.docx4j.wml.CTTabStop;
import org.docx4j.wml.ContentAccessor;
import org.docx4j.wml.FldChar;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase.PStyle;
import org.docx4j.wml.R;
import org.docx4j.wml.RPr;
import org.docx4j.wml.RStyle;
import org.docx4j.wml.STFldCharType;
import org.docx4j.wml.STTabJc;
import org.docx4j.wml.Tabs;
import org.docx4j.wml.Text;

/** The small pieces of WordprocessingML (ISO/IEC 29500-1, clause 17): paragraphs, runs, fields, marks. */
final class WordText {
    private static final ObjectFactory MAKE = Context.getWmlObjectFactory();

    private WordText() {}

    static P paragraph(String style) {
        var name = new PStyle();
        name.setVal(style);
        var settings = new PPr();
        settings.setPStyle(name);
        var paragraph = new P();
        paragraph.setPPr(settings);
        return paragraph;
    }

    static P paragraph(String style, String text) {
        var paragraph = paragraph(style);
        write(paragraph, Run.of(text));
        return paragraph;
    }

    /** Adds the run; a line end in its text is one in the paragraph. */
    static void write(ContentAccessor parent, Run run) {
        var element = new R();
        element.setRPr(manner(run));
        String[] lines = run.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                element.getContent().add(MAKE.createBr());
            }
            if (!lines[i].isEmpty()) {
                element.getContent().add(text(lines[i]));
            }
        }
        parent.getContent().add(element);
    }

    private static RPr manner(Run run) {
        var manner = new RPr();
        if (run.strong()) {
            manner.setB(new BooleanDefaultTrue());
        }
        if (run.emphasised()) {
            manner.setI(new BooleanDefaultTrue());
        }
        if (run.link() != null) {
            var style = new RStyle();
            style.setVal("Hyperlink");
            manner.setRStyle(style);
        }
        return manner;
    }

    private static JAXBElement<Text> text(String words) {
        var text = new Text();
        text.setValue(words);
        text.setSpace("preserve");
        return MAKE.createRT(text);
    }

    static void tab(ContentAccessor parent) {
        var element = new R();
        element.getContent().add(MAKE.createRTab());
        parent.getContent().add(element);
    }

    /** Sets where the tabs of the paragraph end: all in twips (1/1440 inch) from the left, the last one flush right. */
    static void tabs(P paragraph, List<Integer> places) {
        var tabs = new Tabs();
        for (int i = 0; i < places.size(); i++) {
            var stop = new CTTabStop();
            stop.setVal(i == places.size() - 1 ? STTabJc.RIGHT : STTabJc.CENTER);
            stop.setPos(BigInteger.valueOf(places.get(i)));
            tabs.getTab().add(stop);
        }
        paragraph.getPPr().setTabs(tabs);
    }

    /** A field that Word fills, such as the number of the page; until then it shows the given text. */
    static void field(ContentAccessor parent, String instruction, String until) {
        var field = new CTSimpleField();
        field.setInstr(" " + instruction + " ");
        write(field, Run.of(until));
        parent.getContent().add(MAKE.createPFldSimple(field));
    }

    /** One of the three marks that a field over many paragraphs has. */
    static R fieldMark(STFldCharType type) {
        var mark = new FldChar();
        mark.setFldCharType(type);
        var element = new R();
        element.getContent().add(MAKE.createRFldChar(mark));
        return element;
    }

    static R instruction(String words) {
        var text = new Text();
        text.setValue(" " + words + " ");
        text.setSpace("preserve");
        var element = new R();
        element.getContent().add(MAKE.createRInstrText(text));
        return element;
    }

    /** Marks the content of the paragraph as a place that can be jumped to. */
    static void mark(P paragraph, String name, int id) {
        var start = new CTBookmark();
        start.setName(name);
        start.setId(BigInteger.valueOf(id));
        var end = new CTMarkupRange();
        end.setId(BigInteger.valueOf(id));
        paragraph.getContent().addFirst(MAKE.createPBookmarkStart(start));
        paragraph.getContent().add(MAKE.createPBookmarkEnd(end));
    }

    /** A link to a marked place in the same file. */
    static P.Hyperlink jump(String place) {
        var link = new P.Hyperlink();
        link.setAnchor(place);
        link.setHistory(true);
        return link;
    }
}
