package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.platform.document.paper.Block.Bullets;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.PageBreak;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Picture;
import de.kreiskonzept.platform.document.paper.Block.Table;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A paper as a tree of HTML elements. No text is ever read as markup. */
final class Markup {
    private static final double MILLIMETRES = 0.2955;

    private final Document html;
    private final PaperWords words;
    private int heading;

    private Markup(Document html, PaperWords words) {
        this.html = html;
        this.words = words;
    }

    static Document of(Paper paper, PaperWords words, String style) {
        var markup = new Markup(empty(), words);
        markup.write(paper, style);
        return markup.html;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Paper paper, String style) {
        var root = html.createElement("html");
        root.setAttribute("lang", "de-DE");
        html.appendChild(root);
        head(add(root, "head"), paper, style);
        var body = add(root, "body");
        body.setAttribute("class", paper.layout().name().toLowerCase(Locale.ROOT));
        edges(body, paper.front());
        switch (paper.layout()) {
            case BOOK -> {
                cover(body, paper.front());
                contents(body, paper.listed());
            }
            case SHEET -> banner(body, paper.front());
        }
        blocks(body, paper.blocks());
    }

    private void head(Element head, Paper paper, String style) {
        Front front = paper.front();
        add(head, "title", front.title());
        meta(head, "subject", front.issuer() + ", " + front.edition());
        meta(head, "description", front.issuer() + ", " + front.title() + ", " + front.edition());
        meta(head, "author", front.issuer());
        add(head, "style", style);
        var marks = add(head, "bookmarks");
        Element chapter = marks;
        int number = 0;
        for (Heading listed : paper.listed()) {
            var mark = add(listed.level() == 1 ? marks : chapter, "bookmark");
            mark.setAttribute("name", listed.line());
            mark.setAttribute("href", "#" + id(listed.level(), ++number));
            chapter = listed.level() == 1 ? mark : chapter;
        }
    }

    private void meta(Element head, String name, String content) {
        var meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private void edges(Element body, Front front) {
        classed(body, "div", "edge-issuer", front.issuer());
        classed(body, "div", "edge-title", front.title());
        classed(body, "div", "edge-edition", front.edition());
        if (!front.notice().isEmpty()) {
            classed(body, "div", "edge-notice", front.notice());
        }
    }

    private void cover(Element body, Front front) {
        var cover = classed(body, "div", "cover", "");
        classed(cover, "p", "issuer", front.issuer());
        classed(cover, "p", "title", front.title());
        facts(cover, front);
        if (!front.notice().isEmpty()) {
            classed(cover, "p", "notice", front.notice());
        }
    }

    private void banner(Element body, Front front) {
        classed(body, "p", "issuer", front.issuer());
        classed(body, "p", "title", front.title());
        facts(body, front);
    }

    private void facts(Element parent, Front front) {
        for (Front.Fact fact : front.facts()) {
            var line = classed(parent, "p", "fact", "");
            add(line, "span", fact.name()).setAttribute("class", "name");
            text(line, " ");
            add(line, "span", fact.value()).setAttribute("class", "value");
        }
    }

    private void contents(Element body, List<Heading> listed) {
        if (listed.isEmpty()) {
            return;
        }
        var contents = classed(body, "div", "contents", "");
        classed(contents, "p", "contents-title", words.contents());
        int number = 0;
        for (Heading entry : listed) {
            var line = classed(contents, "p", "entry-" + entry.level(), "");
            var link = add(line, "a", entry.line());
            link.setAttribute("href", "#" + id(entry.level(), ++number));
            link.setAttribute("title", words.jump(entry.line()));
        }
    }

    private void blocks(Element parent, List<Block> blocks) {
        blocks.forEach(block -> block(parent, block));
    }

    private void block(Element parent, Block block) {
        switch (block) {
            case Heading title -> heading(parent, title);
            case Paragraph paragraph -> paragraph(parent, paragraph);
            case Bullets bullets -> bullets(parent, bullets);
            case Table table -> table(parent, table);
            case Picture picture -> picture(parent, picture);
            case PageBreak _ -> classed(parent, "div", "page-break", "");
        }
    }

    private void picture(Element parent, Picture picture) {
        var drawn = (Element) html.importNode(Resources.xml(picture.svg()).getDocumentElement(), true);
        drawn.setAttribute("alt", picture.alternative());
        drawn.setAttribute("style", size(drawn.getAttribute("viewBox").split(" ", -1)));
        classed(parent, "div", "picture", "").appendChild(drawn);
    }

    // As many millimetres as make letters of 12 units as large as the text around.
    private static String size(String... box) {
        return String.format(
                Locale.ROOT,
                "width: %.1fmm; height: %.1fmm",
                Double.parseDouble(box[2]) * MILLIMETRES,
                Double.parseDouble(box[3]) * MILLIMETRES);
    }

    private void heading(Element parent, Heading title) {
        var element = add(parent, "h" + title.level());
        if (title.level() <= Paper.LISTED) {
            element.setAttribute("id", id(title.level(), ++heading));
        }
        if (!title.number().isEmpty()) {
            add(element, "span", title.number()).setAttribute("class", "number");
            text(element, " ");
        }
        text(element, title.text());
    }

    private void paragraph(Element parent, Paragraph paragraph) {
        var element = classed(parent, "p", paragraph.tone().name().toLowerCase(Locale.ROOT), "");
        for (Run run : paragraph.runs()) {
            lines(wrapped(element, run), run.text());
        }
    }

    private Element wrapped(Element parent, Run run) {
        Element around = parent;
        if (run.link() != null) {
            around = add(around, "a");
            around.setAttribute("href", run.link().toString());
            around.setAttribute("title", run.link().toString());
        }
        around = run.strong() ? add(around, "strong") : around;
        return run.emphasised() ? add(around, "em") : around;
    }

    private void bullets(Element parent, Bullets bullets) {
        var list = add(parent, bullets.first() == null ? "ul" : "ol");
        if (bullets.first() != null) {
            list.setAttribute("start", bullets.first().toString());
        }
        bullets.items().forEach(item -> blocks(add(list, "li"), item));
    }

    private void table(Element parent, Table table) {
        var element = add(parent, "table");
        var head = add(add(element, "thead"), "tr");
        table.columns().forEach(column -> {
            var cell = add(head, "th", column.name());
            cell.setAttribute("scope", "col");
            cell.setAttribute("style", "width: " + column.share() + "%");
            mark(cell, column);
        });
        var body = add(element, "tbody");
        for (List<Cell> row : table.rows()) {
            var line = add(body, "tr");
            for (int i = 0; i < row.size(); i++) {
                var data = add(line, "td");
                mark(data, table.columns().get(i));
                row.get(i).paragraphs().forEach(paragraph -> paragraph(data, paragraph));
            }
        }
    }

    private static void mark(Element cell, Column column) {
        if (column.number()) {
            cell.setAttribute("class", "number");
        }
    }

    private void lines(Element parent, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                add(parent, "br");
            }
            text(parent, lines[i]);
        }
    }

    private static String id(int level, int number) {
        return "heading-" + level + "-" + number;
    }

    private Element classed(Element parent, String name, String style, String text) {
        var element = add(parent, name, text);
        element.setAttribute("class", style);
        return element;
    }

    private Element add(Element parent, String name, String text) {
        var element = add(parent, name);
        text(element, text);
        return element;
    }

    private Element add(Element parent, String name) {
        var element = html.createElement(name);
        parent.appendChild(element);
        return element;
    }

    private void text(Element parent, String text) {
        if (!text.isEmpty()) {
            parent.appendChild(html.createTextNode(text));
        }
    }
}
