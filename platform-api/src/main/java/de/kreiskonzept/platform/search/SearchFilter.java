package de.kreiskonzept.platform.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, and where; stands in the address of the page.
 *
 * @param version only in this version; null for the one being written and all that hold
 * @param kind only this kind; null for all
 */
public record SearchFilter(
        SearchWords words, @Nullable UUID version, @Nullable HitKind kind) {
    /** Reads the address of the page: q, version, art. A field that says nothing sensible is as good as missing. */
    public static SearchFilter of(Map<String, String> fields) {
        return new SearchFilter(
                SearchWords.of(fields.getOrDefault("q", "")),
                id(fields.getOrDefault("version", "")),
                HitKind.ofPath(fields.getOrDefault("art", "")).orElse(null));
    }

    /** The word in the address for the kind; empty for all. */
    public String kindWord() {
        return kind == null ? "" : kind.path();
    }

    /** The id in the address for the version; empty for the one being written and all that hold. */
    public String versionWord() {
        return version == null ? "" : version.toString();
    }

    /** The query of the address of the page, beginning with a question mark. */
    public String query() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", words.text());
        fields.put("version", versionWord());
        fields.put("art", kindWord());
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
