package de.kreiskonzept.foundation.job;

import static de.kreiskonzept.schema.registry.Tables.JOB_LEASE;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jooq.DSLContext;

/** Leases of the table job_lease: whoever holds one works on the job of that name until the lease runs out. */
@Singleton
public final class Leases {
    private final DSLContext db;
    private final Clock clock;

    Leases(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Takes or prolongs a lease, in the current transaction.
     *
     * @param name of the job
     * @param holder who asks; different for each piece of work, so that two of one process are told apart
     * @return false when somebody else holds a lease that has not run out
     */
    public boolean take(String name, String holder, Duration length) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return db.insertInto(JOB_LEASE)
                        .set(JOB_LEASE.NAME, name)
                        .set(JOB_LEASE.HOLDER, holder)
                        .set(JOB_LEASE.EXPIRES_AT, now.plus(length))
                        .set(JOB_LEASE.CREATED_AT, now)
                        .set(JOB_LEASE.MODIFIED_AT, now)
                        .set(JOB_LEASE.VERSION, 1L)
                        .onConflict(JOB_LEASE.NAME)
                        .doUpdate()
                        .set(JOB_LEASE.HOLDER, holder)
                        .set(JOB_LEASE.EXPIRES_AT, now.plus(length))
                        .set(JOB_LEASE.MODIFIED_AT, now)
                        .set(JOB_LEASE.VERSION, JOB_LEASE.VERSION.plus(1))
                        .where(JOB_LEASE.HOLDER.eq(holder).or(JOB_LEASE.EXPIRES_AT.le(now)))
                        .execute()
                == 1;
    }

    /**
     * Prolongs a lease that the holder still has, in the current transaction, until whose end nobody else can take it.
     *
     * @return false when it ran out and somebody else has taken it since
     */
    public boolean keep(String name, String holder, Duration length) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return db.update(JOB_LEASE)
                        .set(JOB_LEASE.EXPIRES_AT, now.plus(length))
                        .set(JOB_LEASE.MODIFIED_AT, now)
                        .set(JOB_LEASE.VERSION, JOB_LEASE.VERSION.plus(1))
                        .where(JOB_LEASE.NAME.eq(name), JOB_LEASE.HOLDER.eq(holder))
                        .execute()
                == 1;
    }

    /** Gives a lease back, in the current transaction; nothing happens when somebody else holds it. */
    public void release(String name, String holder) {
        db.deleteFrom(JOB_LEASE)
                .where(JOB_LEASE.NAME.eq(name), JOB_LEASE.HOLDER.eq(holder))
                .execute();
    }
}
