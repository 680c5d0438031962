package de.kreiskonzept.foundation.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * axe-core, which its library brings, in a page. It is read in once for each page that is opened and says only what is wrong: the library's
 * own way reads it in for each question and lists whatever is right, which takes longer than to ask.
 */
enum Axe {
    /** All that is on unless said otherwise. */
    ALL_RULES("{}"),
    /** Those whose answer depends on colours. */
    OF_COLOURS("{runOnly: ['color-contrast', 'link-in-text-block']}"),
    /** Those whose answer does not, and whether all can be hit by a finger: WCAG 2.2 asks that, axe only where it is told to. */
    OF_LAYOUT("""
            {rules: {
              'color-contrast': {enabled: false},
              'link-in-text-block': {enabled: false},
              'target-size': {enabled: true}}}""");

    private static final String SCRIPT = script();

    private final String question;

    Axe(String options) {
        this.question = """
                async () => (await axe.run(document, {resultTypes: ['violations'], ...%s})).violations
                  .map(fault => ({rule: fault.id, help: fault.help, nodes: fault.nodes.map(node => node.html + ' ' + node.failureSummary)}))""".formatted(options);
    }

    /** The rules that are broken on the page, each with its name, a sentence and the places. */
    List<?> faults(Page page) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(SCRIPT);
        }
        return (List<?>) page.evaluate(question);
    }

    private static String script() {
        try (var in = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
