package de.kreiskonzept.platform.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a person looks for, as single words of letters and digits: nothing in them means anything to a query.
 *
 * @param text as it was typed, without what lies beyond the longest one
 * @param words in small letters, at most {@link #MOST}
 * @param cut whether something of what was typed is not looked for
 */
public record SearchWords(String text, List<String> words, boolean cut) {
    /** Characters that are looked at. */
    public static final int LONGEST = 200;

    /** Words that are looked for. */
    public static final int MOST = 10;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Keeps the words as they are. */
    public SearchWords {
        words = List.copyOf(words);
    }

    /** Reads what was typed; anything that is no letter and no digit only parts words. */
    public static SearchWords of(String typed) {
        String all = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        String text = all.codePointCount(0, all.length()) > LONGEST
                ? all.substring(0, all.offsetByCodePoints(0, LONGEST))
                : all;
        List<String> words = WORD.matcher(text.replace("\u00ad", ""))
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.GERMAN))
                .distinct()
                .toList();
        boolean cut = text.length() < all.length() || words.size() > MOST;
        return new SearchWords(text, words.subList(0, Math.min(words.size(), MOST)), cut);
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }
}
