package de.kreiskonzept.platform.concept.question;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * Which question is asked of which sections; stands in the address of the page and of everything made from it.
 *
 * @param every whether each section answers for itself; otherwise each top section for everything below it
 */
public record QuestionFilter(Question question, boolean every) {
    private static final String EVERY = "alle";

    /** Reads the address of a page or export: frage, ebene. A field that says nothing sensible is as good as missing. */
    public static QuestionFilter of(Map<String, String> fields) {
        String question = fields.getOrDefault("frage", "");
        return new QuestionFilter(
                Arrays.stream(Question.values())
                        .filter(one -> one.path().equals(question))
                        .findFirst()
                        .orElse(Question.FOCUS),
                fields.getOrDefault("ebene", "").equals(EVERY));
    }

    /** The word in the address for the sections; empty for the top ones. */
    public String level() {
        return every ? EVERY : "";
    }

    /** The query of the address of a page or export of a version, beginning with a question mark. */
    public String query(UUID version) {
        return "?version=" + version + "&frage=" + question.path() + (every ? "&ebene=" + EVERY : "");
    }
}
