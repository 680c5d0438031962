package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.platform.document.paper.Block.Bullets;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Texts that people wrote with the signs of Markdown (CommonMark). HTML in them is text like any other; a line end is one on
 * paper, as in the field it was typed in; a link that does not lead to the web or to a mailbox is plain text.
 */
public final class Markdown {
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(org.commonmark.node.Heading.class, BlockQuote.class, ListBlock.class))
            .build();
    private static final Set<String> LINKS = Set.of("http", "https", "mailto");

    private final List<Run> runs = new ArrayList<>();
    private int deepest;

    private Markdown(int level) {
        deepest = level;
    }

    /**
     * The blocks of a text.
     *
     * @param level of the heading above; headings in the text begin below it and skip no level
     */
    public static List<Block> blocks(String text, int level) {
        return new Markdown(level).below(PARSER.parse(Signs.printable(text)), level);
    }

    private List<Block> below(Node parent, int level) {
        var blocks = new ArrayList<Block>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Heading heading -> blocks.add(heading(heading, level));
                case org.commonmark.node.Paragraph paragraph -> blocks.add(new Paragraph(Tone.BODY, runs(paragraph)));
                case BulletList list -> blocks.add(new Bullets(null, items(list, level)));
                case OrderedList list -> blocks.add(new Bullets(list.getMarkerStartNumber(), items(list, level)));
                default -> blocks.addAll(below(node, level));
            }
        }
        return blocks;
    }

    private Block heading(org.commonmark.node.Heading heading, int level) {
        var paragraph = new Paragraph(Tone.LEAD, runs(heading));
        if (!(heading.getParent() instanceof org.commonmark.node.Document)
                || paragraph.text().isBlank()) {
            return paragraph;
        }
        deepest = Math.min(Math.min(level + heading.getLevel(), deepest + 1), Heading.DEEPEST);
        return new Heading(deepest, "", paragraph.text());
    }

    private List<List<Block>> items(Node list, int level) {
        var items = new ArrayList<List<Block>>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(below(item, level));
        }
        return items;
    }

    private List<Run> runs(Node paragraph) {
        runs.clear();
        inline(paragraph, Run.of(""));
        return List.copyOf(runs);
    }

    private void inline(Node parent, Run manner) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> say(text.getLiteral(), manner);
                case Code code -> say(code.getLiteral(), manner);
                case HtmlInline html -> say(html.getLiteral(), manner);
                case SoftLineBreak _ -> say("\n", manner);
                case HardLineBreak _ -> say("\n", manner);
                case StrongEmphasis strong -> inline(strong, new Run("", true, manner.emphasised(), manner.link()));
                case Emphasis emphasis -> inline(emphasis, new Run("", manner.strong(), true, manner.link()));
                case Link link ->
                    inline(link, new Run("", manner.strong(), manner.emphasised(), address(link.getDestination())));
                default -> inline(node, manner);
            }
        }
    }

    private void say(String text, Run manner) {
        runs.add(new Run(text, manner.strong(), manner.emphasised(), manner.link()));
    }

    private static @Nullable URI address(String destination) {
        try {
            var address = URI.create(destination);
            String scheme = address.getScheme();
            return scheme != null && LINKS.contains(scheme.toLowerCase(Locale.ROOT)) ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
