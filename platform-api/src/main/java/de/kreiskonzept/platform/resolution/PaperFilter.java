package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.model.resolution.PaperKind;
import de.kreiskonzept.model.resolution.PaperState;
import de.kreiskonzept.platform.committee.Inputs;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which papers a list shows; stands in its address.
 *
 * @param kind only papers of this kind; null for all
 * @param state only papers that have come this far; null for all
 * @param version only papers about this version of the concept; null for all
 */
public record PaperFilter(
        @Nullable PaperKind kind,
        @Nullable PaperState state,
        @Nullable UUID version) {
    /** Reads the address: art, stand and fassung of the page, kind, state and version of the interface for programs. */
    public static PaperFilter of(Map<String, String> fields) {
        return new PaperFilter(
                PaperKind.find(fields.getOrDefault("art", fields.getOrDefault("kind", "")))
                        .orElse(null),
                PaperState.find(fields.getOrDefault("stand", fields.getOrDefault("state", "")))
                        .orElse(null),
                Inputs.id(fields.getOrDefault("fassung", fields.getOrDefault("version", ""))));
    }

    /** Whether everything is shown. */
    public boolean isEmpty() {
        return kind == null && state == null && version == null;
    }

    /** The query of the address of the page, beginning with a question mark; empty where everything is shown. */
    String query() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (kind != null) {
            query.add("art=" + kind.text());
        }
        if (state != null) {
            query.add("stand=" + state.text());
        }
        if (version != null) {
            query.add("fassung=" + version);
        }
        return query.toString();
    }
}
