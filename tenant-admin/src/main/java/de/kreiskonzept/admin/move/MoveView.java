package de.kreiskonzept.admin.move;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The move of a county to another database; nothing of its content.
 *
 * @param from name of the data source, like to
 * @param step planned, notice, lock, copy, withdrawal, moved, taking-back or taken-back
 * @param begunBy name of the account, or of what began it
 * @param tables that are copied and compared
 * @param allTables of them; 0 before it is known
 * @param rows that are copied
 * @param lastError SQLSTATE or kind of the last failure; null where there was none
 * @param reason German, why it has ended before the county could set out; null for any other end
 * @param begunAt ISO-8601, like switchedAt and finishedAt
 * @param switchedAt when the county was at the new place; null before
 * @param finishedAt null while it is under way
 */
@Serdeable
@Schema(name = "Move")
public record MoveView(
        String tenantId,
        String from,
        String to,
        String step,
        String begunBy,
        int tables,
        int allTables,
        long rows,
        @Nullable String lastError,
        @Nullable String reason,
        String begunAt,
        @Nullable String switchedAt,
        @Nullable String finishedAt) {
    /** The move as clients see it. */
    public static MoveView of(Move move) {
        return new MoveView(
                move.tenantId().toString(),
                move.from().dataSource(),
                move.to(),
                move.step().text(),
                move.actor(),
                move.copied().tables(),
                move.copied().all(),
                move.copied().rows(),
                move.lastError(),
                move.reason(),
                move.begunAt().toInstant().toString(),
                text(move.switchedAt()),
                text(move.finishedAt()));
    }

    private static @Nullable String text(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant().toString();
    }
}
