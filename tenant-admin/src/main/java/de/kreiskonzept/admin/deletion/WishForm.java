package de.kreiskonzept.admin.deletion;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to announce a deletion.
 *
 * @param slug of the county, typed again
 */
@Serdeable
@Introspected
public record WishForm(
        @Nullable String slug,
        @Nullable String askedBy,
        @Nullable String reason,
        @Nullable Long version,
        @Nullable String csrfToken) {
    /** Nothing typed. */
    static final WishForm EMPTY = new WishForm("", "", "", null, null);

    long read() {
        return version == null ? -1 : version;
    }

    /** What is typed; empty texts for nothing. */
    public Deletions.Announcement wish() {
        return new Deletions.Announcement(
                Objects.requireNonNullElse(slug, ""),
                Objects.requireNonNullElse(askedBy, ""),
                Objects.requireNonNullElse(reason, ""));
    }
}
