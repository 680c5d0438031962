package de.kreiskonzept.model.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Whether texts say the same in the same words, whatever their case, spaces, punctuation and hyphenation. */
public final class SameWords {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SameWords() {}

    /**
     * One of the things whose words were there before.
     *
     * @param first thing with these words
     */
    public record Twin<T>(T twin, T first) {}

    /** The words alone in small letters, one blank between them; ß is ss, composed and decomposed letters are the same. */
    public static String of(String text) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String small = visible.toLowerCase(Locale.GERMAN).replace("ß", "ss");
        return NO_WORD.matcher(small).replaceAll(" ").strip();
    }

    /**
     * Those whose key came before, each with the first one of that key, in the order of the list.
     *
     * @param key what must not be the same; an empty key is nobody's twin
     */
    public static <T> List<Twin<T>> twins(List<T> all, Function<T, String> key) {
        Map<String, T> first = new LinkedHashMap<>();
        var twins = new ArrayList<Twin<T>>();
        for (T one : all) {
            String words = key.apply(one);
            T before = words.isEmpty() ? null : first.putIfAbsent(words, one);
            if (before != null) {
                twins.add(new Twin<>(one, before));
            }
        }
        return twins;
    }
}
