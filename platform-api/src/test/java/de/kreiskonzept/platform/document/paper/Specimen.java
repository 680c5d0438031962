package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.PageBreak;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Picture;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Paper.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A paper with everything that may stand on one. */
final class Specimen {
    static final String LONG = "Donaudampfschifffahrtsgesellschaft".repeat(9);
    static final String HOSTILE = "<script>alert(1)</script> & \"Anführung\" ]]> \u0001\u0007";
    static final String RARE =
            "½ ≤ 3 → ☑ Žižek, Čačak, Ελλάδα, Київ, İstanbul, e\u0301cole, مرحبا, 你好, 😀, a\u200Bb, \u00AD";
    static final String MARKDOWN = """
        Ein *schöner* und **wichtiger** Satz mit [Verweis](https://example.org/a?b=c&d=e).
        Zweite Zeile.

        # Unterpunkt

        - eins
        - zwei
          - zwei a

          noch etwas zu zwei
        - drei

        3. dritter
        4. vierter

        > Zitat mit <b>Tags</b>
        """;

    private Specimen() {}

    static byte[] print(Paper paper, Format format) {
        return new Press(new Texts()).print(paper, format);
    }

    static Paper of(Layout layout, List<Block> blocks) {
        var front = new Front(
                "Landkreis Südliche Weinstraße",
                "Integrationskonzept „Miteinander“",
                "Entwurf & mehr, 21.11.2026",
                List.of(
                        new Front.Fact("Fassung", "Entwurf & mehr"),
                        new Front.Fact("Ausgabe vom", "21. November 2026")),
                "Beispieldaten, nicht amtlich");
        return new Paper(front, layout, blocks);
    }

    static List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(1, "", "Vorwort"));
        blocks.add(Paragraph.of(HOSTILE));
        blocks.add(Paragraph.of(RARE));
        blocks.add(new PageBreak());
        blocks.add(new Heading(1, "", "Handlungsfelder"));
        blocks.add(new Heading(2, "2a", "Sprache " + LONG));
        blocks.addAll(Markdown.blocks(MARKDOWN, 2));
        blocks.add(new Heading(3, "", "Unterziel 1"));
        blocks.add(Paragraph.of(Tone.LEAD, "Alle finden einen Kurs."));
        blocks.add(table(120));
        blocks.add(new Picture(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\" width=\"40\" height=\"20\"><defs><pattern"
                        + " id=\"p\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><line x2=\"6\" y2=\"6\""
                        + " stroke=\"#000\"/></pattern></defs><rect width=\"40\" height=\"10\" fill=\"url(#p)\""
                        + " stroke=\"#000\"/><text x=\"2\" y=\"18\" font-size=\"6\">−1.234 ß</text></svg>",
                "Zwei Balken " + HOSTILE));
        blocks.add(new Heading(2, "2b", "Leer"));
        blocks.add(table(1));
        blocks.add(Paragraph.of(Tone.NOTE, "Ende."));
        return blocks;
    }

    static Table table(int rows) {
        return new Table(
                "Maßnahmen: Unterziel 1",
                List.of(new Column("Nr.", 10), new Column("Maßnahme", 60), new Column("Zuständig", 30)),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(number -> List.of(
                                Cell.of("1." + number),
                                new Cell(List.of(
                                        Paragraph.of("Maßnahme Nummer " + number + " für Zugewanderte"),
                                        Paragraph.of(Tone.NOTE, "Erläuterung " + number))),
                                Cell.of(number % 3 == 0 ? "" : "Amt für Migration und " + LONG.substring(0, 40))))
                        .toList());
    }
}
