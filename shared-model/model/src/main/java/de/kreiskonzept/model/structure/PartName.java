package de.kreiskonzept.model.structure;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.List;
import java.util.Locale;

/**
 * What a county calls a part of its concept on one level, and how it goes about it.
 *
 * @param singular for example Handlungsfeld, not blank
 * @param plural for example Handlungsfelder, not blank
 * @param texts names of the text blocks that are proposed for each such part, in their order; only sections have some
 */
public record PartName(Part part, String singular, String plural, Numbering numbering, List<String> texts) {
    /** Greatest number of characters of a name, of a text block too. */
    public static final int LONGEST = 60;

    /** Greatest number of text blocks. */
    public static final int MOST_TEXTS = 10;

    /** @throws IllegalArgumentException if a limit is not kept */
    public PartName {
        TextLimits.required(singular, LONGEST, "singular");
        TextLimits.required(plural, LONGEST, "plural");
        texts = List.copyOf(texts);
        texts.forEach(text -> TextLimits.required(text, LONGEST, "texts"));
        if (!part.isSection() && !texts.isEmpty()) {
            throw new IllegalArgumentException("texts: only of sections");
        }
        if (texts.size() > MOST_TEXTS) {
            throw new IllegalArgumentException("texts: at most " + MOST_TEXTS);
        }
    }

    /** One name for what is called by both; this one alone where that would be too long. */
    PartName and(PartName other) {
        String one = singular + " und " + other.singular;
        String many = plural + " und " + other.plural;
        boolean fits = Math.max(one.length(), many.length()) <= LONGEST;
        return fits ? new PartName(part, one, many, numbering, texts) : this;
    }

    /** A number of them in words, for example "1 Ziel" and "1.234 Ziele". */
    public String count(int number) {
        return String.format(Locale.GERMANY, "%,d %s", number, number == 1 ? singular : plural);
    }

    /** The text blocks that are proposed and not there yet. */
    public List<String> textsBeside(List<String> there) {
        return texts.stream().filter(text -> !there.contains(text)).toList();
    }
}
