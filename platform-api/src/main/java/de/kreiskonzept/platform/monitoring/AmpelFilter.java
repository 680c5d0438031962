package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.SectionKind;
import io.micronaut.http.HttpStatus;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the Ampel is shown; page, export and API read it from the same two query parameters.
 *
 * @param kind only top sections of this kind; null for all
 * @param section only this section with what is below it; null for all
 */
public record AmpelFilter(
        @Nullable SectionKind kind, @Nullable UUID section) {
    /** Everything is shown. */
    public static final AmpelFilter ALL = new AmpelFilter(null, null);

    /**
     * Reads the query parameters {@code kind} and {@code section}; missing and empty ones filter nothing.
     *
     * @throws Refusal 400 where one of them is no such value
     */
    public static AmpelFilter of(@Nullable String kind, @Nullable String section) {
        try {
            return new AmpelFilter(
                    kind == null || kind.isBlank() ? null : SectionKind.of(kind),
                    section == null || section.isBlank() ? null : UUID.fromString(section));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "unknown-filter", "monitoring.filter.unknown");
        }
    }

    /** Whether everything is shown. */
    public boolean isEmpty() {
        return kind == null && section == null;
    }

    /** The filter as a query with a question mark in front; empty where everything is shown. */
    public String query() {
        String query = Stream.of(kind == null ? "" : "kind=" + kind.text(), section == null ? "" : "section=" + section)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
