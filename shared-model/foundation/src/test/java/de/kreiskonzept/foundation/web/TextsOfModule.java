package de.kreiskonzept.foundation.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds the templates, classes and message files of one module against each other. Every module has a test
 * {@code assertThat(TextsOfModule.complaints(Path.of(""))).isEmpty()}. Keys are asked for by {@code page.t("...")} and
 * {@code texts.text("...")}; a key that ends with a dot stands for all keys that begin with it.
 */
public final class TextsOfModule {

    private static final Pattern ASKED =
            Pattern.compile("(?:\\bt|\\btexts(?:\\(\\))?\\s*\\.text)\\(\\s*\"([a-z][\\w.-]*)\"");
    private static final Pattern NAMED = Pattern.compile("\"([a-z]\\w*\\.[\\w.-]*)\"");

    private static final Pattern KEY = Pattern.compile("^([^=\\s]+)\\s*=", Pattern.MULTILINE);

    private final List<String> complaints = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final Map<String, String> messages = new TreeMap<>();
    private final Texts texts = new Texts();

    private TextsOfModule() {}

    /**
     * Returns one sentence for each text that stands in a template, is asked for but missing, is never used, is written twice, or is not
     * written as the message files demand (no ASCII apostrophe or quote, a valid pattern).
     *
     * @param module folder with the module's {@code src/main}
     */
    public static List<String> complaints(Path module) {
        var check = new TextsOfModule();
        var main = module.resolve("src/main");
        files(main.resolve("resources/messages"), ".properties").forEach(check::readMessages);
        files(main.resolve("jte"), ".jte").forEach(check::readTemplate);
        files(main.resolve("java"), ".java").forEach(check::readClass);
        check.messages.keySet().stream()
                .filter(key -> !check.isUsed(key))
                .forEach(key -> check.complaints.add("nothing uses the text " + key));
        return check.complaints;
    }

    private void readMessages(Path file) {
        var feature = file.getFileName().toString().replace(".properties", "");
        checkKeys(file, feature);
        try (var reader = Files.newBufferedReader(file)) {
            var bundle = new PropertyResourceBundle(reader);
            for (var key : bundle.keySet()) {
                messages.put(feature + "." + key, bundle.getString(key));
                checkWording(feature + "." + key, bundle.getString(key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who reads the file later gets the last text of a key, without a word. */
    private void checkKeys(Path file, String feature) {
        var keys = new HashSet<String>();
        KEY.matcher(read(file))
                .results()
                .map(found -> found.group(1))
                .filter(key -> !keys.add(key))
                .forEach(key -> complaints.add("the text %s.%s is written twice".formatted(feature, key)));
    }

    private void checkWording(String key, String text) {
        if (text.isBlank() || text.contains("'") || text.contains("\"")) {
            complaints.add("the text %s is empty or has an ASCII apostrophe or quote: %s".formatted(key, text));
        }
        try {
            new MessageFormat(text, Locale.GERMANY);
        } catch (IllegalArgumentException e) {
            complaints.add("the text %s is no valid pattern: %s".formatted(key, e.getMessage()));
        }
    }

    private void readTemplate(Path file) {
        var template = read(file);
        TemplateWords.in(template).forEach(words -> complaints.add("%s writes out: %s".formatted(file, words)));
        readKeys(file, template);
    }

    private void readClass(Path file) {
        readKeys(file, read(file));
    }

    private void readKeys(Path file, String source) {
        NAMED.matcher(source).results().forEach(found -> named.add(found.group(1)));
        ASKED.matcher(source)
                .results()
                .map(found -> found.group(1))
                .filter(key -> !exists(key))
                .forEach(key -> complaints.add("%s asks for the missing text %s".formatted(file, key)));
    }

    private boolean exists(String key) {
        return key.endsWith(".")
                ? messages.keySet().stream().anyMatch(known -> known.startsWith(key))
                : messages.containsKey(key) || texts.has(key);
    }

    private boolean isUsed(String key) {
        return named.contains(key) || named.stream().anyMatch(start -> start.endsWith(".") && key.startsWith(start));
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
