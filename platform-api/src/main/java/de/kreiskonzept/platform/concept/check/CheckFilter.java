package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.model.check.CheckKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a list shows; stands in the address of the list and of everything made from it.
 *
 * @param kind only this kind; null for all facts, or for all hints
 * @param hints whether hints are shown where no kind is chosen
 * @param settled whether doubles that are none are shown, and nothing else
 * @param section only places in this section and below; null for all
 */
public record CheckFilter(
        @Nullable CheckKind kind,
        boolean hints,
        boolean settled,
        @Nullable UUID section) {
    /** The word in the address for doubles that are none. */
    public static final String SETTLED = "kein-doppel";

    /** The word in the address for all hints. */
    public static final String HINTS = "hinweise";

    /** Reads the address of a page or export: art, abschnitt. A field that says nothing sensible is as good as missing. */
    public static CheckFilter of(Map<String, String> fields) {
        String kind = fields.getOrDefault("art", "");
        return new CheckFilter(
                Arrays.stream(CheckKind.values())
                        .filter(one -> word(one).equals(kind))
                        .findFirst()
                        .orElse(null),
                kind.equals(HINTS),
                kind.equals(SETTLED),
                section(fields.getOrDefault("abschnitt", "")));
    }

    /** The word for a kind in the address of a page. */
    public static String word(CheckKind kind) {
        return switch (kind) {
            case GOAL_WITHOUT_MEASURE -> "ziel-ohne-massnahme";
            case MEASURE_WITHOUT_RESPONSIBLE -> "massnahme-ohne-zustaendige";
            case SECTION_WITHOUT_OVERALL_GOAL -> "ohne-oberziel";
            case SECOND_OVERALL_GOAL -> "zweites-oberziel";
            case COUNT_DIFFERENCE -> "anzahl";
            case DOUBLED_GOAL -> "ziel-doppelt";
            case DOUBLED_MEASURE -> "massnahme-doppelt";
            case DOUBLED_NUMBER -> "nummer-doppelt";
            case EMPTY_CHAPTER -> "kapitel-leer";
            case NO_FIGURE -> "ohne-zahl";
            case NO_DATE -> "ohne-zeit";
            case ADDRESSEE_ELSEWHERE -> "andere-adressaten";
        };
    }

    /** The word in the address for what is shown; empty for all facts. */
    public String word() {
        if (kind != null) {
            return word(kind);
        }
        if (settled) {
            return SETTLED;
        }
        return hints ? HINTS : "";
    }

    /** Whether a finding of this kind is shown. */
    boolean shows(CheckKind one) {
        return kind == null ? one.isHint() == hints : one == kind;
    }

    /** The query of the address of a page or export of a version, beginning with a question mark. */
    public String query(UUID version) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("version", version.toString());
        fields.put("art", word());
        fields.put("abschnitt", section == null ? "" : section.toString());
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static @Nullable UUID section(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
