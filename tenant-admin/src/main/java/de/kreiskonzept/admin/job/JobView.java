package de.kreiskonzept.admin.job;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One job that works, waits or has failed.
 *
 * @param kind provisioning, migration, examination, deletion, filling, clearing or move
 * @param state running, waiting or failed
 * @param tenantId null where it is about all workspaces, or none yet; so is name
 * @param done of the planned steps, workspaces or rows
 * @param planned 0 where nobody knows
 * @param since ISO-8601
 * @param begunBy name of who wanted it; empty where that is not noted
 * @param secondsLeft estimate; null where there is none
 * @param reason of a failure: SQLSTATE, names of table and constraint, or a German sentence; empty for none
 */
@Serdeable
@Schema(name = "Job")
public record JobView(
        String kind,
        String state,
        @Nullable String tenantId,
        @Nullable String name,
        int done,
        int planned,
        String since,
        String begunBy,
        @Nullable Long secondsLeft,
        String reason) {

    /** The job as clients see it. */
    public static JobView of(Job job) {
        var subject = job.subject();
        var left = job.left();
        return new JobView(
                job.kind().text(),
                job.state().text(),
                subject == null ? null : subject.tenantId().toString(),
                subject == null ? null : subject.county(),
                job.extent().done(),
                job.extent().planned(),
                job.beginning().at().toInstant().toString(),
                job.beginning().by(),
                left == null ? null : left.toSeconds(),
                job.reason());
    }
}
