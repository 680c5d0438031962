package de.kreiskonzept.platform.document.paper;

import java.math.BigInteger;
import org.docx4j.openpackaging.exceptions.InvalidFormatException;
import org.docx4j.openpackaging.parts.WordprocessingML.NumberingDefinitionsPart;
import org.docx4j.wml.Jc;
import org.docx4j.wml.JcEnumeration;
import org.docx4j.wml.Lvl;
import org.docx4j.wml.NumFmt;
import org.docx4j.wml.NumberFormat;
import org.docx4j.wml.Numbering;
import org.docx4j.wml.P;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase.Ind;
import org.docx4j.wml.PPrBase.NumPr;
import org.jspecify.annotations.Nullable;

/** The lists of a Word file: each begins to count by itself. */
final class WordLists {
    private static final int DEEPEST = 8;
    private static final int STEP = 340;
    private static final BigInteger BULLETS = BigInteger.ONE;
    private static final BigInteger NUMBERS = BigInteger.TWO;

    private final Numbering numbering = new Numbering();
    private long lists;

    WordLists() {
        numbering.getAbstractNum().add(pattern(BULLETS, NumberFormat.BULLET));
        numbering.getAbstractNum().add(pattern(NUMBERS, NumberFormat.DECIMAL));
    }

    private static Numbering.AbstractNum pattern(BigInteger id, NumberFormat format) {
        var pattern = new Numbering.AbstractNum();
        pattern.setAbstractNumId(id);
        for (int depth = 0; depth <= DEEPEST; depth++) {
            pattern.getLvl().add(level(depth, format));
        }
        return pattern;
    }

    private static Lvl level(int depth, NumberFormat format) {
        var level = new Lvl();
        level.setIlvl(BigInteger.valueOf(depth));
        var start = new Lvl.Start();
        start.setVal(BigInteger.ONE);
        level.setStart(start);
        var kind = new NumFmt();
        kind.setVal(format);
        level.setNumFmt(kind);
        var text = new Lvl.LvlText();
        text.setVal(format == NumberFormat.BULLET ? "•" : "%" + (depth + 1) + ".");
        level.setLvlText(text);
        var side = new Jc();
        side.setVal(JcEnumeration.LEFT);
        level.setLvlJc(side);
        var settings = new PPr();
        settings.setInd(indent(depth, STEP));
        level.setPPr(settings);
        return level;
    }

    private static Ind indent(int depth, int hanging) {
        var indent = new Ind();
        indent.setLeft(BigInteger.valueOf((long) STEP * (depth + 1)));
        indent.setHanging(BigInteger.valueOf(hanging));
        return indent;
    }

    /**
     * Begins a list and gives its id.
     *
     * @param first number of the first item, null for bullets
     */
    BigInteger begin(@Nullable Integer first) {
        var list = new Numbering.Num();
        list.setNumId(BigInteger.valueOf(++lists));
        var pattern = new Numbering.Num.AbstractNumId();
        pattern.setVal(first == null ? BULLETS : NUMBERS);
        list.setAbstractNumId(pattern);
        for (int depth = 0; first != null && depth <= DEEPEST; depth++) {
            var over = new Numbering.Num.LvlOverride();
            over.setIlvl(BigInteger.valueOf(depth));
            var start = new Numbering.Num.LvlOverride.StartOverride();
            start.setVal(BigInteger.valueOf(first));
            over.setStartOverride(start);
            list.getLvlOverride().add(over);
        }
        numbering.getNum().add(list);
        return list.getNumId();
    }

    /** Makes the paragraph an item of the list, or a further paragraph of its last item. */
    static void join(P paragraph, BigInteger list, int depth, boolean first) {
        int level = Math.min(depth, DEEPEST);
        if (!first) {
            paragraph.getPPr().setInd(indent(level, 0));
            return;
        }
        var place = new NumPr();
        var id = new NumPr.NumId();
        id.setVal(list);
        place.setNumId(id);
        var row = new NumPr.Ilvl();
        row.setVal(BigInteger.valueOf(level));
        place.setIlvl(row);
        paragraph.getPPr().setNumPr(place);
    }

    NumberingDefinitionsPart part() throws InvalidFormatException {
        var part = new NumberingDefinitionsPart();
        part.setJaxbElement(numbering);
        return part;
    }
}
