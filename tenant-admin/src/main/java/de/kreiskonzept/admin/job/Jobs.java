package de.kreiskonzept.admin.job;

import de.kreiskonzept.admin.job.Job.Beginning;
import de.kreiskonzept.admin.job.Job.Extent;
import de.kreiskonzept.admin.migration.MigrationFailure;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.migration.MigrationStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
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

    /** All jobs that work, wait or have failed, by kind. */
    public JobList list() {
        return Stream.of(
                        migration(migration.status()),
                        store.examinations(),
                        store.provisioning(),
                        store.moves(),
                        store.deletions(),
                        store.imports(),
                        store.spares())
                .reduce(JobList.NONE, JobList::with);
    }

    /** The latest migration while it is under way, or as long as something of it is set aside. */
    private JobList migration(MigrationStatus status) {
        var run = status.latest();
        if (run == null || (!status.isUnderWay() && status.failures().isEmpty())) {
            return JobList.NONE;
        }
        return JobList.of(new Job(
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
