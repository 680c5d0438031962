package de.kreiskonzept.platform.document.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.document.paper.Block.Bullets;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import java.net.URI;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static List<Run> runs(String text) {
        return ((Paragraph) Markdown.blocks(text, 1).getFirst()).runs();
    }

    @Test
    void leavesPlainTextAsItIs() {
        assertThat(Markdown.blocks("Erste Zeile\nzweite Zeile\n\nNeuer Absatz, 5 * 3 = 15, a_b_c", 1))
                .extracting(block -> ((Paragraph) block).text())
                .containsExactly("Erste Zeile\nzweite Zeile", "Neuer Absatz, 5 * 3 = 15, a_b_c");
    }

    @Test
    void takesHtmlForText() {
        assertThat(((Paragraph) Markdown.blocks("<div onclick=\"x()\">a</div>", 1)
                                .getFirst())
                        .text())
                .isEqualTo("<div onclick=\"x()\">a</div>");
        assertThat(((Paragraph) Markdown.blocks("vorher <img src=x onerror=y> &amp; &lt;", 1)
                                .getFirst())
                        .text())
                .isEqualTo("vorher <img src=x onerror=y> & <");
    }

    @Test
    void knowsEmphasisAndLinks() {
        assertThat(runs("**sehr** *leise* [hier](https://example.org) [Post](mailto:a@kreis.example)"))
                .contains(
                        Run.strong("sehr"),
                        new Run("leise", false, true, null),
                        new Run("hier", false, false, URI.create("https://example.org")),
                        new Run("Post", false, false, URI.create("mailto:a@kreis.example")));
    }

    @Test
    void followsNoLinkToAnythingElse() {
        assertThat(runs("[klick](javascript:alert(1)) [da](file:///etc/passwd) [so](kein%%uri) [dort](/pfad)"))
                .allSatisfy(run -> assertThat(run.link()).isNull());
    }

    @Test
    void keepsTheNumberThatAListBeginsWith() {
        assertThat(Markdown.blocks("3. drei\n4. vier", 1))
                .singleElement()
                .satisfies(block -> assertThat(((Bullets) block).first()).isEqualTo(3));
        assertThat(((Bullets) Markdown.blocks("- a\n- b", 1).getFirst()).first())
                .isNull();
    }

    @Test
    void putsHeadingsBelowTheOneAboveAndSkipsNoLevel() {
        assertThat(Markdown.blocks("### tief\n\n# hoch\n\n## darunter\n\n###### ganz tief", 2))
                .extracting(block -> ((Heading) block).level())
                .containsExactly(3, 3, 4, 5);
        assertThat(Markdown.blocks("# am Ende", 6))
                .first()
                .satisfies(block -> assertThat(((Heading) block).level()).isEqualTo(6));
    }

    @Property(tries = 300)
    void losesNoWordWhateverIsTyped(
            @ForAll @Chars({'a', 'ß', ' ', '\n', '*', '_', '#', '-', '1', '.', '<', '>', '[', ']', '`', '\t'})
                    String text) {
        var paper = Specimen.of(Paper.Layout.SHEET, Markdown.blocks(text, 0));

        assertThat(letters(said(paper.blocks()))).isEqualTo(letters(text));
    }

    private static String said(List<Block> blocks) {
        var said = new StringBuilder();
        for (Block block : blocks) {
            switch (block) {
                case Heading heading -> said.append(heading.text());
                case Paragraph paragraph -> said.append(paragraph.text());
                case Bullets bullets -> bullets.items().forEach(item -> said.append(said(item)));
                default -> throw new IllegalStateException("no such block comes from a text: " + block);
            }
        }
        return said.toString();
    }

    private static String letters(String text) {
        return text.replaceAll("[^aß]", "");
    }
}
