package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which measures of a version a list shows; stands in the address of the list and of everything made from it.
 *
 * @param section only measures of this section and of those below it; null for all
 * @param light only measures with this light; null for all
 * @param counted only measures that count in the evaluation, or only those that do not; null for all
 * @param responsible part of the responsible bodies, in any case; empty for all
 * @param search part of number, text or description, in any case; empty for all
 */
public record MeasureFilter(
        @Nullable UUID section,
        @Nullable TrafficLight light,
        @Nullable Boolean counted,
        String responsible,
        String search) {
    /** Shows everything. */
    public static final MeasureFilter ALL = new MeasureFilter(null, null, null, "", "");

    /** Cuts words that are longer than any text they could be found in. */
    public MeasureFilter {
        responsible = words(responsible);
        search = words(search);
    }

    /** Reads the fields of an address; a field that says nothing sensible is as good as missing. */
    public static MeasureFilter of(Map<String, String> fields) {
        return new MeasureFilter(
                section(fields.getOrDefault("section", "")),
                light(fields.getOrDefault("light", "")).orElse(null),
                switch (fields.getOrDefault("counted", "")) {
                    case "true" -> Boolean.TRUE;
                    case "false" -> Boolean.FALSE;
                    default -> null;
                },
                fields.getOrDefault("responsible", ""),
                fields.getOrDefault("q", ""));
    }

    /** The query of the address, beginning with a question mark; empty where everything is shown. */
    public String query() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("section", section == null ? "" : section.toString());
        fields.put("light", light == null ? "" : light.text());
        fields.put("counted", counted == null ? "" : counted.toString());
        fields.put("responsible", responsible);
        fields.put("q", search);
        String query = fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String words(String text) {
        String plain = text.strip().replace("\0", "");
        return plain.substring(0, Math.min(plain.length(), TextLimits.NAME));
    }

    private static @Nullable UUID section(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<TrafficLight> light(String text) {
        return Arrays.stream(TrafficLight.values())
                .filter(light -> light.text().equals(text))
                .findFirst();
    }
}
