package de.kreiskonzept.platform.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Marks in a text the words that were looked for. The database decides what a hit is; this only shows where.
 *
 * @param stems stems of the words looked for, folded, each of at least one letter
 * @param needles what is looked for inside of words, folded, see {@link SearchStore}
 */
record Marker(List<String> stems, List<String> needles) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\u00ad]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String GAP = "…";
    private static final int EXCERPT = 260;
    private static final int BEFORE = 80;
    private static final int ENDING = 2;
    private static final int LONG = 4;

    /** The same letters in the same way as {@link SearchStore} folds them. */
    static String fold(String text) {
        return text.toLowerCase(Locale.GERMAN)
                .replace('ä', 'a')
                .replace('ö', 'o')
                .replace('ü', 'u')
                .replace("ß", "ss")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u")
                .replace("\u00ad", "");
    }

    /** The whole text with its hits. */
    Marked mark(String text) {
        var parts = new ArrayList<Marked.Part>();
        int end = 0;
        for (MatchResult word : hits(text)) {
            if (word.start() > end) {
                parts.add(new Marked.Part(text.substring(end, word.start()), false));
            }
            parts.add(new Marked.Part(word.group(), true));
            end = word.end();
        }
        if (end < text.length()) {
            parts.add(new Marked.Part(text.substring(end), false));
        }
        return new Marked(parts);
    }

    /** A part of the text around its first hit, on one line and cut between words; from the beginning where nothing is hit. */
    Marked excerpt(String text) {
        String line = SPACE.matcher(text.strip()).replaceAll(" ");
        int hit = hits(line).stream().map(MatchResult::start).findFirst().orElse(0);
        int start = hit <= BEFORE ? 0 : wordAfter(line, hit - BEFORE, hit);
        int end = line.length() - start <= EXCERPT ? line.length() : wordBefore(line, start, start + EXCERPT);
        return mark((start > 0 ? GAP + " " : "") + line.substring(start, end) + (end < line.length() ? " " + GAP : ""));
    }

    private static int wordAfter(String line, int from, int hit) {
        int space = line.indexOf(' ', from);
        return space < 0 || space >= hit ? hit : space + 1;
    }

    private static int wordBefore(String line, int start, int end) {
        int space = line.lastIndexOf(' ', end);
        if (space > start) {
            return space;
        }
        return Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end;
    }

    private List<MatchResult> hits(String text) {
        return WORD.matcher(text)
                .results()
                .filter(word -> isHit(fold(word.group())))
                .toList();
    }

    private boolean isHit(String word) {
        return needles.stream()
                        .anyMatch(needle -> needle.length() < LONG ? word.startsWith(needle) : word.contains(needle))
                || stems.stream().anyMatch(stem -> word.startsWith(stem) && word.length() - stem.length() <= ENDING);
    }
}
