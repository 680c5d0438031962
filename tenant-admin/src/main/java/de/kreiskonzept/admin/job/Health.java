package de.kreiskonzept.admin.job;

import de.kreiskonzept.admin.mail.MailFigures;
import de.kreiskonzept.admin.mail.Redelivery;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.migration.MigrationStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** How the installation is, at one look: whether somebody has to do something. */
@Singleton
@Transactional(readOnly = true)
public class Health {
    private final Jobs jobs;
    private final MigrationProgress migration;
    private final Redelivery redelivery;

    Health(Jobs jobs, MigrationProgress migration, Redelivery redelivery) {
        this.jobs = jobs;
        this.migration = migration;
        this.redelivery = redelivery;
    }

    /**
     * One look.
     *
     * @param failedJobs jobs that do not go on
     * @param otherJobs jobs that work or wait
     */
    public record Seen(MigrationStatus migration, int failedJobs, int otherJobs, MailFigures mails) {
        /** Whether nobody has to do anything. */
        public boolean isGood() {
            return failedJobs == 0 && migration.isComplete() && !mails.isAny();
        }
    }

    /** Looks now. */
    public Seen look() {
        var list = jobs.list();
        return new Seen(migration.status(), list.failed(), list.all() - list.failed(), redelivery.look());
    }
}
