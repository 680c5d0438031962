package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

    /**
     * Reads the address of a page or export: abschnitt, ampel (gruen, gelb, rot, grau), auswertung (ja, nein), zustaendig, suche. A field
     * that says nothing sensible is as good as missing.
     */
    public static MeasureFilter of(Map<String, String> fields) {
        return new MeasureFilter(
                section(fields.getOrDefault("abschnitt", "")),
                light(fields.getOrDefault("ampel", ""), MeasureFilter::word),
                counted(fields.getOrDefault("auswertung", ""), "ja", "nein"),
                fields.getOrDefault("zustaendig", ""),
                fields.getOrDefault("suche", ""));
    }

    /** Reads the address of the interface for programs, where names and values are the English ones of its JSON. */
    public static MeasureFilter ofProgram(Map<String, String> fields) {
        return new MeasureFilter(
                section(fields.getOrDefault("section", "")),
                light(fields.getOrDefault("light", ""), TrafficLight::text),
                counted(fields.getOrDefault("counted", ""), "true", "false"),
                fields.getOrDefault("responsible", ""),
                fields.getOrDefault("q", ""));
    }

    /** The word for a light in the address of a page. */
    public static String word(TrafficLight light) {
        return switch (light) {
            case GREEN -> "gruen";
            case YELLOW -> "gelb";
            case RED -> "rot";
            case GREY -> "grau";
        };
    }

    /** The query of the address of a page or export, beginning with a question mark; empty where everything is shown. */
    public String query() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("abschnitt", section == null ? "" : section.toString());
        fields.put("ampel", light == null ? "" : word(light));
        fields.put("auswertung", word(counted));
        fields.put("zustaendig", responsible);
        fields.put("suche", search);
        String query = fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The word in the address for counting in the evaluation or not; empty where both are shown. */
    public static String word(@Nullable Boolean counted) {
        if (counted == null) {
            return "";
        }
        return counted ? "ja" : "nein";
    }

    private static @Nullable Boolean counted(String text, String yes, String no) {
        if (text.equals(yes)) {
            return Boolean.TRUE;
        }
        return text.equals(no) ? Boolean.FALSE : null;
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

    private static @Nullable TrafficLight light(String text, Function<TrafficLight, String> word) {
        return Arrays.stream(TrafficLight.values())
                .filter(light -> word.apply(light).equals(text))
                .findFirst()
                .orElse(null);
    }
}
