package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.platform.document.paper.Block.Bullets;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.PageBreak;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Picture;
import de.kreiskonzept.platform.document.paper.Block.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.openpackaging.parts.relationships.Namespaces;
import org.docx4j.relationships.Relationship;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.P;
import org.docx4j.wml.STFldCharType;

/** What stands between the edges of a Word file: first page, table of contents, blocks. */
final class WordBody {
    /** Numbers of bookmarks begin behind those of the table of contents. */
    private static final int SENSES = 1_000_000;

    private final MainDocumentPart part;
    private final WordLists lists;
    private final WordPage page;
    private int headings;
    private int pictures;
    private int senses;
    private boolean newPage;
    private P last = new P();

    WordBody(MainDocumentPart part, WordLists lists, WordPage page) {
        this.part = part;
        this.lists = lists;
        this.page = page;
    }

    void write(Paper paper, PaperWords words) {
        switch (paper.layout()) {
            case BOOK -> {
                front(paper.front(), "Issuer", "Title");
                if (!paper.front().notice().isEmpty()) {
                    add(WordText.paragraph("Notice", paper.front().notice()));
                }
                contents(paper.listed(), words);
                newPage = true;
            }
            case SHEET -> front(paper.front(), "SheetIssuer", "SheetTitle");
        }
        List<Block> blocks = paper.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            block(blocks.get(i), 0);
            if (i + 1 < blocks.size() && blocks.get(i).leadsTo(blocks.get(i + 1))) {
                last.getPPr().setKeepNext(new BooleanDefaultTrue());
            }
        }
    }

    private void front(Front front, String issuer, String title) {
        add(WordText.paragraph(issuer, front.issuer()));
        add(WordText.paragraph(title, front.title()));
        for (Front.Fact fact : front.facts()) {
            var line = WordText.paragraph("Fact", fact.name());
            WordText.tab(line);
            WordText.write(line, Run.of(fact.value()));
            add(line);
        }
    }

    private void contents(List<Heading> listed, PaperWords words) {
        if (listed.isEmpty()) {
            return;
        }
        newPage = true;
        add(WordText.paragraph("TOCHeading", words.contents()));
        int number = 0;
        for (Heading entry : listed) {
            var line = WordText.paragraph("TOC" + entry.level());
            if (number == 0) {
                line.getContent().add(WordText.fieldMark(STFldCharType.BEGIN));
                line.getContent().add(WordText.instruction("TOC \\o \"1-" + Paper.LISTED + "\" \\h \\z \\u"));
                line.getContent().add(WordText.fieldMark(STFldCharType.SEPARATE));
            }
            String place = place(++number);
            var jump = WordText.jump(place);
            WordText.write(jump, Run.of(entry.line()));
            WordText.tab(jump);
            WordText.field(jump, "PAGEREF " + place + " \\h", "");
            line.getContent().add(jump);
            add(line);
        }
        var end = WordText.paragraph("Normal");
        end.getContent().add(WordText.fieldMark(STFldCharType.END));
        add(end);
    }

    private void block(Block block, int depth) {
        switch (block) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> add(paragraph(paragraph, style(paragraph)));
            case Bullets bullets -> bullets(bullets, depth);
            case Table table -> table(table);
            case Picture picture -> picture(picture);
            case PageBreak _ -> newPage = true;
        }
    }

    private void picture(Picture picture) {
        try {
            add(WordPicture.paragraph(part, picture, ++pictures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String style(Paragraph paragraph) {
        return switch (paragraph.tone()) {
            case BODY -> "Normal";
            case LEAD -> "Lead";
            case NOTE -> "Note";
        };
    }

    private void heading(Heading heading) {
        var line = WordText.paragraph("Heading" + heading.level(), heading.line());
        if (heading.level() <= Paper.LISTED) {
            headings++;
            WordText.mark(line, place(headings), headings);
        }
        // Bookmarks stay with a heading whatever people change in it.
        if (!heading.sense().kind().isEmpty()) {
            senses++;
            String name = "kk_%s_%d_%d"
                    .formatted(heading.sense().kind(), heading.sense().before(), senses);
            WordText.mark(line, name, SENSES + senses);
        }
        add(line);
    }

    private static String place(int number) {
        return "_Toc%08d".formatted(number);
    }

    private void bullets(Bullets bullets, int depth) {
        var list = lists.begin(bullets.first());
        for (List<Block> item : bullets.items()) {
            boolean first = true;
            for (Block block : item) {
                if (block instanceof Paragraph paragraph) {
                    var line = paragraph(paragraph, "ListParagraph");
                    WordLists.join(line, list, depth, first);
                    add(line);
                    first = false;
                } else {
                    block(block, depth + 1);
                }
            }
        }
    }

    private void table(Table table) {
        if (newPage) {
            add(WordText.paragraph("Normal"));
        }
        part.addObject(new WordTable(table, page.textWidth(), this::runs).write());
        part.addObject(WordText.paragraph("TableText"));
    }

    private P paragraph(Paragraph paragraph, String style) {
        var element = WordText.paragraph(style);
        runs(element, paragraph);
        return element;
    }

    private void runs(P element, Paragraph paragraph) {
        for (Run run : paragraph.runs()) {
            if (run.link() == null) {
                WordText.write(element, run);
            } else {
                var link = new P.Hyperlink();
                link.setId(target(run.link()));
                WordText.write(link, run);
                element.getContent().add(link);
            }
        }
    }

    private String target(URI address) {
        var relationship = new Relationship();
        relationship.setType(Namespaces.HYPERLINK);
        relationship.setTarget(address.toString());
        relationship.setTargetMode("External");
        part.getRelationshipsPart().addRelationship(relationship);
        return relationship.getId();
    }

    private void add(P paragraph) {
        if (newPage) {
            paragraph.getPPr().setPageBreakBefore(new BooleanDefaultTrue());
            newPage = false;
        }
        part.addObject(paragraph);
        last = paragraph;
    }
}
