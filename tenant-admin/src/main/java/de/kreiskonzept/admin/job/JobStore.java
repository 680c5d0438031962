package de.kreiskonzept.admin.job;

import de.kreiskonzept.admin.deletion.ErasureStep;
import de.kreiskonzept.admin.job.Job.Beginning;
import de.kreiskonzept.admin.job.Job.Extent;
import de.kreiskonzept.admin.job.Job.Subject;
import de.kreiskonzept.admin.provisioning.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jspecify.annotations.Nullable;

/** What tables of the registry tell of jobs, one statement for each kind; the oldest first, at most {@value #MOST} of a kind. */
@Singleton
final class JobStore {
    static final int MOST = 100;
    private static final int MOVING_STEPS = 4;

    /** Without progress for so long an examination hangs; it shows some every few seconds. */
    private static final Duration HANGING = Duration.ofMinutes(5);

    private final DSLContext db;
    private final Clock clock;

    JobStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Workspaces that are to be built, are being built, or could not be. */
    JobList provisioning() {
        return list("""
                SELECT t.id, t.name, count(s.done_at) AS done, coalesce(min(s.created_at), t.modified_at) AS since,
                       (SELECT e.actor FROM tenant_event e WHERE e.tenant_id = t.id AND e.to_state = 'approved'
                         ORDER BY e.created_at DESC LIMIT 1) AS actor,
                       max(s.last_error) FILTER (WHERE s.done_at IS NULL) AS error, t.state = 'failed' AS failed,
                       EXISTS (SELECT FROM job_lease l WHERE l.name = 'provisioning ' || t.id AND l.expires_at > ?::timestamptz) AS held
                  FROM tenant t LEFT JOIN provisioning_step s ON s.tenant_id = t.id
                 WHERE t.state IN ('approved', 'provisioning', 'failed')
                 GROUP BY t.id\
                """, row -> job(JobKind.PROVISIONING, row, steps(row, Step.values().length)), now());
    }

    /** Counties whose data are being removed. */
    JobList deletions() {
        return list("""
                SELECT t.id, t.name, d.step, d.recorded_by AS actor, d.last_error AS error, d.last_error IS NOT NULL AS failed,
                       coalesce((SELECT max(e.created_at) FROM tenant_event e WHERE e.tenant_id = t.id AND e.to_state = 'deleting'),
                         d.modified_at) AS since,
                       EXISTS (SELECT FROM job_lease l WHERE l.name = 'deletion ' || t.id AND l.expires_at > ?::timestamptz) AS held
                  FROM deletion d JOIN tenant t ON t.id = d.tenant_id
                 WHERE d.progress = 'erasing'\
                """, row -> job(JobKind.DELETION, row, removed(row.get("step", String.class))), now());
    }

    private static Extent removed(@Nullable String next) {
        var done = next == null ? 0 : List.of(ErasureStep.values()).indexOf(ErasureStep.of(next));
        return new Extent(done, ErasureStep.values().length);
    }

    /** Files that were sent here and of which a workspace is made, or could not be; one at which nobody is after an attempt hangs. */
    JobList imports() {
        return list("""
                SELECT least(i.filled_rows, i.file_rows, 2147483647)::integer AS done, least(i.file_rows, 2147483647)::integer AS planned,
                       i.created_at AS since, i.actor, NULL::uuid AS id, i.failure AS error,
                       i.state = 'failed' OR i.attempts > 0 AS failed,
                       EXISTS (SELECT FROM job_lease l WHERE l.name = 'import ' || i.id AND l.expires_at > ?::timestamptz) AS held
                  FROM transfer_import i WHERE i.state IN ('filling', 'failed')\
                """, row -> job(JobKind.FILLING, row, steps(row, row.get("planned", Integer.class))), now());
    }

    /** Schemas that the command line fills out of a file, and those that are being removed. */
    JobList spares() {
        return list(
                """
                SELECT t.id, t.name, s.purpose, CASE s.purpose WHEN 'filling' THEN s.created_at ELSE s.modified_at END AS since,
                       late.failed, NOT late.failed AS held
                  FROM spare_schema s LEFT JOIN tenant t ON t.id = s.tenant_id
                       CROSS JOIN LATERAL (SELECT s.kept_until < ?::timestamptz AND s.purpose = 'filling' AS failed) late
                 WHERE s.purpose = 'removing' OR s.purpose = 'filling'
                   AND NOT EXISTS (SELECT FROM tenant_move m WHERE m.to_schema = s.name AND m.finished_at IS NULL)
                   AND NOT EXISTS (SELECT FROM transfer_import i WHERE i.schema_name = s.name AND i.state = 'filling')
                """,
                row -> job(
                        row.get("purpose", String.class).equals("filling") ? JobKind.FILLING : JobKind.CLEARING,
                        row,
                        Extent.UNKNOWN),
                now());
    }

    /** The examination of all workspaces under way. */
    JobList examinations() {
        return list(
                """
                SELECT e.planned, e.examined AS done, e.created_at AS since, e.actor, NULL::uuid AS id, e.modified_at < ?::timestamptz AS failed,
                       EXISTS (SELECT FROM job_lease l WHERE l.name = 'examination' AND l.expires_at > ?::timestamptz) AS held
                  FROM examination e WHERE e.finished_at IS NULL\
                """,
                row -> job(JobKind.EXAMINATION, row, steps(row, row.get("planned", Integer.class))),
                now().minus(HANGING),
                now());
    }

    /** Counties that move to another database. */
    JobList moves() {
        return list("""
                SELECT t.id, t.name, m.created_at AS since, m.actor, CASE WHEN m.attempts > 0 THEN m.last_error END AS error,
                       coalesce(array_position(ARRAY['notice', 'lock', 'copy', 'withdrawal'], m.step) - 1, 0) AS done, m.attempts > 0 AS failed,
                       EXISTS (SELECT FROM job_lease l WHERE l.name = 'move ' || t.id AND l.expires_at > ?::timestamptz) AS held
                  FROM tenant_move m JOIN tenant t ON t.id = m.tenant_id
                 WHERE m.finished_at IS NULL\
                """, row -> job(JobKind.MOVE, row, steps(row, MOVING_STEPS)), now());
    }

    /**
     * Reads the jobs of one kind, and counts all of them.
     *
     * @param sql gives since, id, failed, and whether a process works at it as held
     */
    private JobList list(String sql, RecordMapper<Record, Job> job, Object... values) {
        var rows = db.fetch("""
                SELECT found.*, count(*) OVER () AS jobs, count(*) FILTER (WHERE failed AND NOT held) OVER () AS failures
                  FROM (%s) found ORDER BY since, id LIMIT %d\
                """.formatted(sql, MOST), values);
        return rows.isEmpty()
                ? JobList.NONE
                : new JobList(
                        rows.map(job),
                        rows.getFirst().get("jobs", Integer.class),
                        rows.getFirst().get("failures", Integer.class));
    }

    private static Extent steps(Record row, int planned) {
        return new Extent(row.get("done", Integer.class), planned);
    }

    /** Whether somebody holds the lease of this job. */
    boolean isHeld(String lease) {
        return !db.fetch("SELECT 1 FROM job_lease WHERE name = ? AND expires_at > ?::timestamptz", lease, now())
                .isEmpty();
    }

    private static JobState state(Record row) {
        if (row.get("held", Boolean.class)) {
            return JobState.RUNNING;
        }
        return row.get("failed", Boolean.class) ? JobState.FAILED : JobState.WAITING;
    }

    private static Job job(JobKind kind, Record row, Extent extent) {
        var tenant = row.get("id", UUID.class);
        return new Job(
                kind,
                state(row),
                tenant == null ? null : new Subject(tenant, row.get("name", String.class)),
                extent,
                new Beginning(row.get("since", OffsetDateTime.class), text(row, "actor")),
                null,
                text(row, "error"));
    }

    private static String text(Record row, String column) {
        return row.field(column) == null ? "" : Objects.requireNonNullElse(row.get(column, String.class), "");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
