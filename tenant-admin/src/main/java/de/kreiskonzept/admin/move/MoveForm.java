package de.kreiskonzept.admin.move;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to begin a move.
 *
 * @param slug of the county, typed again
 * @param to name of the data source
 */
@Serdeable
@Introspected
public record MoveForm(
        @Nullable String slug,
        @Nullable String to,
        @Nullable Long version,
        @Nullable String csrfToken) {
    /** Nothing typed. */
    static final MoveForm EMPTY = new MoveForm("", "", null, null);

    long read() {
        return version == null ? -1 : version;
    }

    /** What is typed; empty texts for nothing. */
    public Moves.Wish wish() {
        return new Moves.Wish(Objects.requireNonNullElse(slug, ""), Objects.requireNonNullElse(to, ""));
    }
}
