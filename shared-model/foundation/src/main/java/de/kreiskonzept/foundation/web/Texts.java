package de.kreiskonzept.foundation.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The German texts of all features. A key such as {@code concept.tree.heading} stands as {@code tree.heading} in
 * {@code messages/concept.properties} (UTF-8) of any module on the class path.
 */
@Singleton
public final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9][^}]*}");

    private final Map<String, Map<String, String>> features = new ConcurrentHashMap<>();
    private final Map<String, Text> used = new ConcurrentHashMap<>();

    /**
     * A text that a page has asked for.
     *
     * @param form what fills the places, copied for each use because it must not be shared; null where there are none
     */
    private record Text(String words, @Nullable MessageFormat form) {
        static Text of(String words) {
            return new Text(words, PLACE.matcher(words).find() ? new MessageFormat(words, Locale.GERMANY) : null);
        }

        String filled(Object... args) {
            return form == null ? words : ((MessageFormat) form.clone()).format(args);
        }
    }

    /**
     * Returns the text with its places {@code {0}, {1}, ...} filled; numbers and dates in German form.
     *
     * @throws IllegalArgumentException when no file holds the key, or a text with places gets no arguments
     */
    public String text(String key, Object... args) {
        Text text = used.get(key);
        if (text == null) {
            text = Text.of(get(key));
            used.put(key, text);
        }
        if (args.length > 0) {
            return text.filled(args);
        }
        if (text.form() != null) {
            throw new IllegalArgumentException("the text needs arguments: " + key);
        }
        return text.words();
    }

    private String get(String key) {
        var words = find(key);
        if (words == null) {
            throw new IllegalArgumentException("no text for the key " + key);
        }
        return words;
    }

    /** Says whether some file holds the key. */
    public boolean has(String key) {
        return find(key) != null;
    }

    /** Returns the text of a key, which has no places, or this word itself when there is none. */
    public String wordOr(String key, String word) {
        return has(key) ? text(key) : word;
    }

    /** Returns the keys that begin so, in order; the beginning names the feature, for example {@code problem.type.}. */
    public List<String> keys(String start) {
        var feature = start.substring(0, start.indexOf('.') + 1);
        return features.computeIfAbsent(start.substring(0, start.indexOf('.')), Texts::load).keySet().stream()
                .map(feature::concat)
                .filter(key -> key.startsWith(start))
                .sorted()
                .toList();
    }

    private @Nullable String find(String key) {
        var dot = key.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("a key names its feature first: " + key);
        }
        return features.computeIfAbsent(key.substring(0, dot), Texts::load).get(key.substring(dot + 1));
    }

    private static Map<String, String> load(String feature) {
        var texts = new HashMap<String, String>();
        try {
            var files = Texts.class.getClassLoader().getResources("messages/" + feature + ".properties");
            while (files.hasMoreElements()) {
                addAll(texts, files.nextElement());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }

    private static void addAll(Map<String, String> texts, URL file) throws IOException {
        try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            var bundle = new PropertyResourceBundle(reader);
            for (var key : bundle.keySet()) {
                var text = bundle.getString(key);
                var other = texts.put(key, text);
                if (other != null && !other.equals(text)) {
                    throw new IllegalStateException("two texts for the key %s, one in %s".formatted(key, file));
                }
            }
        }
    }
}
