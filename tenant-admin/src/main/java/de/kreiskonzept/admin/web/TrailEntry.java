package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.time.GermanTime;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One entry of the registry's trail.
 *
 * @param position from 1, without gaps
 * @param happenedAt ISO 8601 with zone
 * @param actor name of who acted
 * @param action in English with dots, for example {@code tenant.suspended}
 * @param subject id of what it was done to
 * @param detail ids and words of the program, may be empty
 */
@Serdeable
@Schema(name = "AuditEntry")
public record TrailEntry(long position, String happenedAt, String actor, String action, String subject, String detail) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The subject where it is an id, such as that of a county; empty for a word. */
    public Optional<UUID> subjectId() {
        return ID.matcher(subject).matches() ? Optional.of(UUID.fromString(subject)) : Optional.empty();
    }

    /** Returns the time as the page shows it, for example {@code 31.12.2025, 09:30:00 Uhr}. */
    public String shownTime() {
        return GermanTime.SECOND.format(OffsetDateTime.parse(happenedAt));
    }
}
