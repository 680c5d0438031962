package de.kreiskonzept.platform.audit;

import de.kreiskonzept.foundation.time.GermanTime;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;

/**
 * One entry of the trail.
 *
 * @param position from 1, without gaps
 * @param happenedAt ISO 8601 with zone
 * @param actor name of who acted
 * @param action in English with dots, for example {@code account.invited}
 * @param subject id of what it was done to
 * @param detail ids and words of the program, may be empty
 */
@Serdeable
@Schema(name = "AuditEntry")
public record EntryView(long position, String happenedAt, String actor, String action, String subject, String detail) {
    /** Returns the time as the page shows it, for example {@code 31.12.2025, 09:30:00 Uhr}. */
    public String shownTime() {
        return GermanTime.SECOND.format(OffsetDateTime.parse(happenedAt));
    }
}
