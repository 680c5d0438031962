package de.kreiskonzept.deploy;

import de.kreiskonzept.admin.migration.Migration;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.foundation.audit.Actor;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Brings the workspaces of an earlier local start to the tables of this program. In operation an operator decides when. */
final class LocalMigration {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private LocalMigration() {}

    /**
     * Returns once all workspaces are migrated.
     *
     * @param console that runs; its own background job may be the one who migrates
     * @throws StartRefused where a workspace cannot be migrated
     */
    static void complete(ApplicationContext console) throws StartRefused {
        var progress = console.getBean(MigrationProgress.class);
        if (!progress.status().isComplete()) {
            work(console, progress);
        }
        var failures = progress.status().failures();
        if (!failures.isEmpty()) {
            var first = failures.getFirst();
            throw new StartRefused("The data of " + first.name() + " do not fit this version (" + first.reason()
                    + "): mend them with the version of before, or begin anew in another folder with --data DIR.");
        }
    }

    private static void work(ApplicationContext console, MigrationProgress progress) throws StartRefused {
        try {
            var status = progress.begin(Actor.without("Lokaler Start"));
            while (status.isUnderWay()) {
                if (!console.getBean(Migration.class).work(Migration.USUAL_CONNECTIONS)) {
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                }
                status = progress.status();
            }
        } catch (SQLException e) {
            throw new StartRefused("The data folder cannot be brought to this version: SQLSTATE " + e.getSQLState());
        }
    }
}
