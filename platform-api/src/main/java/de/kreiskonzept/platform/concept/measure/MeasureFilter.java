package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param reach only measures of this reach; null for all
 * @param kind only measures of this kind; null for all
 * @param organisation only measures that name this organisation, or one that was merged into it; null for all
 * @param quiet only measures of which nobody has said anything for so many months; null for all
 * @param editor only measures that are assigned to this account, by themselves or by a section above them; null for all
 * @param search part of number, text or description, in any case; empty for all
 */
public record MeasureFilter(
        @Nullable UUID section,
        @Nullable TrafficLight light,
        @Nullable Boolean counted,
        String responsible,
        String search,
        @Nullable MeasureReach reach,
        @Nullable MeasureKind kind,
        @Nullable UUID organisation,
        @Nullable Integer quiet,
        @Nullable UUID editor) {
    /** Months without news that a list can ask for. */
    public static final List<Integer> QUIET_MONTHS = List.of(6, 12, 24);

    /** Shows everything. */
    public static final MeasureFilter ALL = new MeasureFilter(null, null, null, "", "");

    /** Measures of any reach and kind, whoever carries them out. */
    public MeasureFilter(
            @Nullable UUID section,
            @Nullable TrafficLight light,
            @Nullable Boolean counted,
            String responsible,
            String search) {
        this(section, light, counted, responsible, search, null, null, null, null, null);
    }

    /** Cuts words that are longer than any text they could be found in. */
    public MeasureFilter {
        responsible = words(responsible);
        search = words(search);
    }

    /**
     * Reads the address of a page or export: abschnitt, ampel (gruen, gelb, rot, grau), auswertung (ja, nein), zustaendig, suche,
     * reichweite (kreis, gemeinde, beispiel), art (umsetzen, pruefen, daueraufgabe, projekt), organisation, ohneneues (6, 12, 24
     * months), bearbeitung (account). A field that says nothing sensible is as good as missing.
     */
    public static MeasureFilter of(Map<String, String> fields) {
        return new MeasureFilter(
                id(fields.getOrDefault("abschnitt", "")),
                light(fields.getOrDefault("ampel", ""), MeasureFilter::word),
                counted(fields.getOrDefault("auswertung", ""), "ja", "nein"),
                fields.getOrDefault("zustaendig", ""),
                fields.getOrDefault("suche", ""),
                one(MeasureReach.values(), fields.getOrDefault("reichweite", ""), MeasureFilter::word),
                one(MeasureKind.values(), fields.getOrDefault("art", ""), MeasureFilter::word),
                id(fields.getOrDefault("organisation", "")),
                quiet(fields.getOrDefault("ohneneues", "")),
                id(fields.getOrDefault("bearbeitung", "")));
    }

    /** Reads the address of the interface for programs, where names and values are the English ones of its JSON. */
    public static MeasureFilter ofProgram(Map<String, String> fields) {
        return new MeasureFilter(
                id(fields.getOrDefault("section", "")),
                light(fields.getOrDefault("light", ""), TrafficLight::text),
                counted(fields.getOrDefault("counted", ""), "true", "false"),
                fields.getOrDefault("responsible", ""),
                fields.getOrDefault("q", ""),
                one(MeasureReach.values(), fields.getOrDefault("reach", ""), MeasureReach::text),
                one(MeasureKind.values(), fields.getOrDefault("kind", ""), MeasureKind::text),
                id(fields.getOrDefault("organisation", "")),
                quiet(fields.getOrDefault("quietMonths", "")),
                id(fields.getOrDefault("editor", "")));
    }

    /** Measures that count and have no light yet, assigned to this account. */
    public static MeasureFilter unassessed(UUID editor) {
        return new MeasureFilter(null, TrafficLight.GREY, true, "", "", null, null, null, null, editor);
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

    /** The word for a reach in the address of a page. */
    public static String word(MeasureReach reach) {
        return switch (reach) {
            case COUNTY -> "kreis";
            case MUNICIPAL -> "gemeinde";
            case BEST_PRACTICE -> "beispiel";
        };
    }

    /** The word for a kind in the address of a page. */
    public static String word(MeasureKind kind) {
        return switch (kind) {
            case DO -> "umsetzen";
            case EXAMINE -> "pruefen";
            case PERMANENT_TASK -> "daueraufgabe";
            case PROJECT -> "projekt";
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
        fields.put("reichweite", reach == null ? "" : word(reach));
        fields.put("art", kind == null ? "" : word(kind));
        fields.put("organisation", organisation == null ? "" : organisation.toString());
        fields.put("ohneneues", quiet == null ? "" : quiet.toString());
        fields.put("bearbeitung", editor == null ? "" : editor.toString());
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

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable TrafficLight light(String text, Function<TrafficLight, String> word) {
        return one(TrafficLight.values(), text, word);
    }

    private static @Nullable Integer quiet(String text) {
        return QUIET_MONTHS.stream()
                .filter(months -> months.toString().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static <T> @Nullable T one(T[] values, String text, Function<T, String> word) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElse(null);
    }
}
