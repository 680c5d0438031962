package de.kreiskonzept.admin.migration;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that all workspaces are brought to a version.
 *
 * @param version the version they are brought to
 * @param actor name of who began it
 * @param planned workspaces of another version when it began
 * @param finishedAt null while it is under way
 */
public record MigrationRun(
        UUID id,
        String version,
        String actor,
        int planned,
        OffsetDateTime begunAt,
        @Nullable OffsetDateTime finishedAt) {}
