package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.platform.document.paper.Block.Heading;
import java.util.List;
import java.util.stream.Stream;

/**
 * What people hold in their hands, whatever file it is written to.
 *
 * @param blocks from top to bottom
 */
public record Paper(Front front, Layout layout, List<Block> blocks) {
    /** Levels of headings that the table of contents shows. */
    static final int LISTED = 2;

    /** How a paper is laid out. */
    public enum Layout {
        /** Upright, with a cover and a table of contents. */
        BOOK,
        /** Across, the title above the content, for wide tables. */
        SHEET
    }

    /** @throws IllegalArgumentException if a heading skips a level, which people with a screen reader would take for a gap */
    public Paper {
        int above = 0;
        for (Heading heading : headings(blocks).toList()) {
            if (heading.level() > above + 1) {
                throw new IllegalArgumentException("a level is skipped before the heading " + heading.line());
            }
            above = heading.level();
        }
    }

    /** Headings of the table of contents. */
    List<Heading> listed() {
        return headings(blocks).filter(heading -> heading.level() <= LISTED).toList();
    }

    /** Whether its headings say what they are, so that the file can be read as data. */
    boolean hasSense() {
        return headings(blocks).anyMatch(heading -> !heading.sense().kind().isEmpty());
    }

    private static Stream<Heading> headings(List<Block> blocks) {
        return blocks.stream().filter(Heading.class::isInstance).map(Heading.class::cast);
    }
}
