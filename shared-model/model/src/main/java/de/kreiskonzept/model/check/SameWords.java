package de.kreiskonzept.model.check;

import de.kreiskonzept.model.directory.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Whether texts say the same in the same words, whatever their case, spaces, punctuation and hyphenation. */
public final class SameWords {
    private SameWords() {}

    /**
     * One of the things whose words were there before.
     *
     * @param first thing with these words
     */
    public record Twin<T>(T twin, T first) {}

    /** The words alone in small letters, one blank between them; ß is ss, composed and decomposed letters are the same. */
    public static String of(String text) {
        return Spelling.words(text);
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
