package de.kreiskonzept.platform.situation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which indicators a list shows; stands in the address of the list and of everything made from it.
 *
 * @param version null for the one being written, or that of the goal or measure
 * @param owner only of this goal or measure; null for all
 */
public record IndicatorFilter(@Nullable UUID version, Indicators.@Nullable Owner owner) {
    /** Reads the address of a page or export: version, ziel, massnahme. A field that says nothing sensible is as good as missing. */
    public static IndicatorFilter of(Map<String, String> fields) {
        UUID goal = id(fields.getOrDefault("ziel", ""));
        UUID measure = id(fields.getOrDefault("massnahme", ""));
        var owner = goal == null && measure == null ? null : new Indicators.Owner(goal, goal == null ? measure : null);
        return new IndicatorFilter(id(fields.getOrDefault("version", "")), owner);
    }

    /** The query of the address of a page or export, beginning with a question mark; empty where nothing is chosen. */
    public String query() {
        if (owner != null) {
            return "?" + ownerQuery();
        }
        return version == null ? "" : "?version=" + version;
    }

    /** Goal or measure as in an address; empty for all. */
    public String ownerQuery() {
        if (owner == null) {
            return "";
        }
        return owner.goal() == null ? "massnahme=" + owner.measure() : "ziel=" + owner.goal();
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
