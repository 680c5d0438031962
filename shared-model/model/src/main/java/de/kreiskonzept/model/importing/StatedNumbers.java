package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.StatedCounts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a text says about the number of its goals and measures. */
final class StatedNumbers {
    private static final int SHORT = 40;
    private static final Pattern GOALS =
            Pattern.compile("(?<![0-9.])([0-9]{1,5}) (?:Unterziele?|Teilziele?|Ziele?)n?(?![\\p{L}])");
    private static final Pattern MEASURES =
            Pattern.compile("(?<![0-9.])([0-9]{1,5}) (?:Einzelm|M)a(?:ß|ss)nahmen?(?![\\p{L}])");

    private StatedNumbers() {}

    /** Whether the text states both numbers. */
    static boolean bothIn(CharSequence text) {
        return GOALS.matcher(text).find() && MEASURES.matcher(text).find();
    }

    /** Where a sentence about both numbers begins, the length of the text where there is none. */
    static int sentenceAbout(String text) {
        Matcher goals = GOALS.matcher(text);
        if (!goals.find() || !MEASURES.matcher(text).find(goals.start())) {
            return text.length();
        }
        int end = text.lastIndexOf(". ", goals.start());
        return end < 0 ? text.length() : end + 1;
    }

    /** The first statement of each number; a single number counts only where it nearly stands alone. */
    static StatedCounts in(List<Draft.Block> blocks) {
        Integer goals = null;
        Integer measures = null;
        for (Draft.Block block : blocks) {
            for (Draft.Paragraph paragraph : block.paragraphs) {
                if (paragraph.text.length() <= SHORT || bothIn(paragraph.text) || beginsList(paragraph)) {
                    goals = goals == null ? first(GOALS, paragraph.text) : goals;
                    measures = measures == null ? first(MEASURES, paragraph.text) : measures;
                }
            }
        }
        return new StatedCounts(goals, measures);
    }

    /** A list item that begins with a number of goals or measures. */
    private static boolean beginsList(Draft.Paragraph paragraph) {
        return paragraph.item
                && (GOALS.matcher(paragraph.text).lookingAt()
                        || MEASURES.matcher(paragraph.text).lookingAt());
    }

    private static @Nullable Integer first(Pattern pattern, CharSequence text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Integer.valueOf(found.group(1)) : null;
    }
}
