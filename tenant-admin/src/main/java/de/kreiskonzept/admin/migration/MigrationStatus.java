package de.kreiskonzept.admin.migration;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many workspaces have the tables of this program, at one moment.
 *
 * @param version of this program
 * @param workspaces all that are built
 * @param current those of the version
 * @param failures those that the latest migration has set aside
 * @param latest migration; null before the first one
 */
public record MigrationStatus(
        String version,
        int workspaces,
        int current,
        List<MigrationFailure> failures,
        @Nullable MigrationRun latest,
        OffsetDateTime at) {

    /** Workspaces that are neither current nor set aside. */
    public int open() {
        return Math.max(0, workspaces - current - failures.size());
    }

    /** Whether every workspace has the version. */
    public boolean isComplete() {
        return current == workspaces;
    }

    /** Whether a migration to this version is under way. */
    public boolean isUnderWay() {
        return latest != null && latest.finishedAt() == null && latest.version().equals(version);
    }

    /** Workspaces that the latest migration has brought to the version or set aside; 0 before the first one. */
    public int handled() {
        return latest == null ? 0 : Math.max(0, latest.planned() - open());
    }

    /** How long the migration under way will take from now, as fast as it was so far; empty before its first workspace. */
    public Optional<Duration> left() {
        if (latest == null || !isUnderWay() || handled() == 0) {
            return Optional.empty();
        }
        var elapsed = Duration.between(latest.begunAt(), at);
        return Optional.of(elapsed.multipliedBy(open()).dividedBy(handled()));
    }
}
