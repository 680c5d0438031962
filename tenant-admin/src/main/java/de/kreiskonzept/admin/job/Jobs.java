package de.kreiskonzept.admin.job;

import de.kreiskonzept.admin.job.Job.Beginning;
import de.kreiskonzept.admin.job.Job.Extent;
import de.kreiskonzept.admin.migration.MigrationFailure;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.migration.MigrationStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What works or has failed across the installation; asks the registry a fixed number of times, however many counties there are. */
@Singleton
@Transactional(readOnly = true)
public class Jobs {
    private static final int NAMED_FAILURES = 3;

    private final JobStore store;
    private final MigrationProgress migration;

    Jobs(JobStore store, MigrationProgress migration) {
        this.store = store;
        this.migration = migration;
    }

    /** All jobs that work, wait or have failed, by kind, the oldest of a kind first; at most {@value JobStore#MOST} of a kind. */
    public List<Job> list() {
        return Stream.of(
                        migration(migration.status()).stream(),
                        store.examinations().stream(),
                        store.provisioning().stream(),
                        store.moves().stream(),
                        store.deletions().stream(),
                        store.imports().stream(),
                        store.spares().stream())
                .flatMap(jobs -> jobs)
                .toList();
    }

    /** The latest migration while it is under way, or as long as something of it is set aside. */
    private Optional<Job> migration(MigrationStatus status) {
        var run = status.latest();
        if (run == null || (!status.isUnderWay() && status.failures().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Job(
                JobKind.MIGRATION,
                state(status),
                null,
                new Extent(status.handled(), run.planned()),
                new Beginning(run.begunAt(), run.actor()),
                status.left().orElse(null),
                reason(status.failures())));
    }

    private JobState state(MigrationStatus status) {
        if (!status.isUnderWay()) {
            return JobState.FAILED;
        }
        return store.isHeld("migration") ? JobState.RUNNING : JobState.WAITING;
    }

    private static String reason(List<MigrationFailure> failures) {
        var named = failures.stream()
                .limit(NAMED_FAILURES)
                .map(failure -> failure.name() + ": " + failure.reason())
                .collect(Collectors.joining("; "));
        return failures.size() > NAMED_FAILURES ? named + "; …" : named;
    }
}
