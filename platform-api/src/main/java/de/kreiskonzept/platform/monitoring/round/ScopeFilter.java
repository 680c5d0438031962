package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which measures are shown to choose from; anything else than a known value filters nothing.
 *
 * @param section with all below it
 */
public record ScopeFilter(Optional<UUID> section, Optional<MeasureKind> kind, Optional<MeasureReach> reach) {
    static ScopeFilter of(Map<String, ?> fields) {
        String section = FieldChecks.field(fields, "bereich");
        return new ScopeFilter(
                section.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                        ? Optional.of(UUID.fromString(section))
                        : Optional.empty(),
                MeasureKind.find(FieldChecks.field(fields, "art")),
                MeasureReach.find(FieldChecks.field(fields, "reichweite")));
    }

    /** Whether everything is shown. */
    public boolean isEmpty() {
        return section.isEmpty() && kind.isEmpty() && reach.isEmpty();
    }

    /** The filter as fields of a form; empty values filter nothing. */
    public Map<String, String> fields() {
        return Map.of(
                "bereich", section.map(UUID::toString).orElse(""),
                "art", kind.map(MeasureKind::text).orElse(""),
                "reichweite", reach.map(MeasureReach::text).orElse(""));
    }

    /** The filter as a query with a question mark in front; empty where everything is shown. */
    public String query() {
        String query = fields().entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
