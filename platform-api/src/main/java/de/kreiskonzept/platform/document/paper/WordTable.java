package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Table;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BiConsumer;
import org.docx4j.jaxb.Context;
import org.docx4j.sharedtypes.STOnOff;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTString;
import org.docx4j.wml.CTTblLayoutType;
import org.docx4j.wml.CTTblLook;
import org.docx4j.wml.CTTblPrBase.TblStyle;
import org.docx4j.wml.Jc;
import org.docx4j.wml.JcEnumeration;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.STTblLayoutType;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.TblGrid;
import org.docx4j.wml.TblGridCol;
import org.docx4j.wml.TblPr;
import org.docx4j.wml.TblWidth;
import org.docx4j.wml.Tc;
import org.docx4j.wml.TcPr;
import org.docx4j.wml.Tr;
import org.docx4j.wml.TrPr;

/** A table in Word: its head is repeated on each page, no row is torn apart. */
final class WordTable {
    private static final ObjectFactory MAKE = Context.getWmlObjectFactory();

    private final Table table;
    private final int width;
    private final BiConsumer<P, Paragraph> runs;

    /**
     * Creates a table.
     *
     * @param width of the table in twips
     * @param runs writes the runs of a paragraph
     */
    WordTable(Table table, int width, BiConsumer<P, Paragraph> runs) {
        this.table = table;
        this.width = width;
        this.runs = runs;
    }

    Tbl write() {
        var element = new Tbl();
        element.setTblPr(settings());
        var grid = new TblGrid();
        for (Column column : table.columns()) {
            var line = new TblGridCol();
            line.setW(BigInteger.valueOf(twips(column)));
            grid.getGridCol().add(line);
        }
        element.setTblGrid(grid);
        element.getContent().add(head());
        table.rows().forEach(row -> element.getContent().add(row(row)));
        return element;
    }

    private TblPr settings() {
        var settings = new TblPr();
        var style = new TblStyle();
        style.setVal("PaperTable");
        settings.setTblStyle(style);
        settings.setTblW(width(width));
        var layout = new CTTblLayoutType();
        layout.setType(STTblLayoutType.FIXED);
        settings.setTblLayout(layout);
        var look = new CTTblLook();
        look.setFirstRow(STOnOff.ONE);
        look.setNoVBand(STOnOff.ONE);
        settings.setTblLook(look);
        var caption = new CTString();
        caption.setVal(table.name());
        settings.setTblCaption(caption);
        return settings;
    }

    private Tr head() {
        var row = row();
        row.getTrPr().getCnfStyleOrDivIdOrGridBefore().add(MAKE.createCTTrPrBaseTblHeader(new BooleanDefaultTrue()));
        for (Column column : table.columns()) {
            var cell = cell(column);
            cell.getContent().add(side(WordText.paragraph("TableHead", column.name()), column));
            row.getContent().add(cell);
        }
        return row;
    }

    private Tr row(List<Cell> cells) {
        var row = row();
        for (int i = 0; i < cells.size(); i++) {
            Column column = table.columns().get(i);
            var cell = cell(column);
            cells.get(i).paragraphs().forEach(paragraph -> {
                var element = WordText.paragraph(paragraph.tone() == Tone.NOTE ? "TableNote" : "TableText");
                runs.accept(element, paragraph);
                cell.getContent().add(side(element, column));
            });
            if (cell.getContent().isEmpty()) {
                cell.getContent().add(WordText.paragraph("TableText"));
            }
            row.getContent().add(cell);
        }
        return row;
    }

    private static P side(P paragraph, Column column) {
        if (column.number()) {
            var side = new Jc();
            side.setVal(JcEnumeration.RIGHT);
            paragraph.getPPr().setJc(side);
        }
        return paragraph;
    }

    private static Tr row() {
        var settings = new TrPr();
        settings.getCnfStyleOrDivIdOrGridBefore().add(MAKE.createCTTrPrBaseCantSplit(new BooleanDefaultTrue()));
        var row = new Tr();
        row.setTrPr(settings);
        return row;
    }

    private Tc cell(Column column) {
        var settings = new TcPr();
        settings.setTcW(width(twips(column)));
        var cell = new Tc();
        cell.setTcPr(settings);
        return cell;
    }

    private int twips(Column column) {
        return width * column.share() / 100;
    }

    private static TblWidth width(int twips) {
        var size = new TblWidth();
        size.setW(BigInteger.valueOf(twips));
        size.setType("dxa");
        return size;
    }
}
