package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Markdown;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import gg.jte.Content;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Ampel document as a page shows it: the very blocks that are printed.
 *
 * @param blocks from top to bottom
 * @param names names in the page of headings and tables
 */
public record ReportView(List<Block> blocks, Map<Block, String> names) {
    private static final int LISTED = 2;

    /** The document with charts in the colour of the letters around them. */
    static ReportView of(Book book, Extent extent, Texts texts) {
        List<Block> blocks = ReportPaper.of(book, extent, texts, "currentColor");
        var names = new IdentityHashMap<Block, String>();
        for (Block block : blocks) {
            if (block instanceof Heading || block instanceof Table) {
                names.put(block, "teil-" + (names.size() + 1));
            }
        }
        return new ReportView(blocks, names);
    }

    /** The short form of a document. */
    public static ReportView of(Book book, Texts texts) {
        return of(book, Extent.SHORT, texts);
    }

    /** A text in Markdown, whose headings stand below the second level. */
    public static ReportView text(String markdown) {
        return new ReportView(Markdown.blocks(markdown, 2), Map.of());
    }

    /** Headings of the table of contents. */
    public List<Heading> listed() {
        return blocks.stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .filter(heading -> heading.level() <= LISTED)
                .toList();
    }

    /** Name of a block in the page. */
    public String name(Block block) {
        return names.getOrDefault(block, "");
    }

    /** A picture of our own making. */
    public static Content svg(String svg) {
        return output -> output.writeContent(svg);
    }
}
