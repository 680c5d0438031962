package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.foundation.web.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The German words that a paper brings along, whatever it is about. */
record PaperWords(Texts texts) {
    String contents() {
        return texts.text("document.paper.contents");
    }

    /** What the Word file is that a PDF carries along. */
    String source() {
        return texts.text("document.paper.source");
    }

    /** What a link to a heading says to those who do not see where it leads. */
    String jump(String heading) {
        return texts.text("document.paper.jump", heading);
    }

    /** The words around the number of the page and the number of all pages: before, between, after; each maybe empty. */
    List<String> aroundPage() {
        return List.of(texts.text("document.paper.page", "|", "|").split("\\|", -1));
    }

    /** The same as the value of {@code content} in CSS. */
    String page() {
        List<String> around = aroundPage();
        return Stream.of(
                        quoted(around.get(0)),
                        "counter(page)",
                        quoted(around.get(1)),
                        "counter(pages)",
                        quoted(around.get(2)))
                .filter(part -> !part.equals("\"\""))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String words) {
        return "\"" + words + "\"";
    }
}
