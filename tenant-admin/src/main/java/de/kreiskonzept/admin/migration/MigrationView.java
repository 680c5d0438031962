package de.kreiskonzept.admin.migration;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many workspaces have the tables of this program.
 *
 * @param version of the tables of this program
 * @param workspaces all that are built
 * @param current those of this version
 * @param open those that are neither of this version nor set aside
 * @param setAside those that the latest migration could not bring there
 * @param latest migration; null before the first one
 */
@Serdeable
@Schema(name = "Migration")
public record MigrationView(
        String version,
        int workspaces,
        int current,
        int open,
        List<SetAside> setAside,
        @Nullable Run latest) {

    /**
     * A workspace that could not be migrated.
     *
     * @param reason SQLSTATE and names of table and constraint, or a changeset; nothing of the content
     */
    @Serdeable
    @Schema(name = "MigrationSetAside")
    public record SetAside(String tenantId, String name, String reason) {}

    /**
     * One migration.
     *
     * @param begunBy name of the account, or of what began it
     * @param begunAt ISO-8601, like finishedAt
     * @param finishedAt null while it is under way
     * @param planned workspaces of another version when it began
     * @param handled those of them that are migrated or set aside
     * @param secondsLeft estimate, as fast as so far; null where there is none
     */
    @Serdeable
    @Schema(name = "MigrationRun")
    public record Run(
            String version,
            String begunBy,
            String begunAt,
            @Nullable String finishedAt,
            int planned,
            int handled,
            @Nullable Long secondsLeft) {}

    /** The status as clients see it. */
    public static MigrationView of(MigrationStatus status) {
        return new MigrationView(
                status.version(),
                status.workspaces(),
                status.current(),
                status.open(),
                status.failures().stream()
                        .map(failure -> new SetAside(failure.tenantId().toString(), failure.name(), failure.reason()))
                        .toList(),
                status.latest() == null ? null : run(status.latest(), status));
    }

    private static Run run(MigrationRun run, MigrationStatus status) {
        return new Run(
                run.version(),
                run.actor(),
                run.begunAt().toInstant().toString(),
                run.finishedAt() == null ? null : run.finishedAt().toInstant().toString(),
                run.planned(),
                status.handled(),
                status.left().map(java.time.Duration::toSeconds).orElse(null));
    }
}
