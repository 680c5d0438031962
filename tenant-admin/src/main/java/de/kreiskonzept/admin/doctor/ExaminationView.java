package de.kreiskonzept.admin.doctor;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all workspaces.
 *
 * @param underWay the examination that goes on now; null where none does
 * @param last the latest that has ended; null before the first
 * @param report what the last one has found; null like it
 */
@Serdeable
@Schema(name = "Doctor")
public record ExaminationView(
        @Nullable Run underWay,
        @Nullable Run last,
        @Nullable ReportView report) {

    /**
     * One examination.
     *
     * @param begunBy name of the account, or of what began it
     * @param begunAt ISO-8601, like finishedAt
     * @param finishedAt null while it is under way
     * @param repairs whether it repairs what can lose nothing
     * @param planned workspaces that could be used when it began
     * @param examined workspaces so far
     */
    @Serdeable
    @Schema(name = "DoctorRun")
    public record Run(
            String begunBy, String begunAt, @Nullable String finishedAt, boolean repairs, int planned, int examined) {
        static @Nullable Run of(@Nullable ExaminationRun run) {
            return run == null
                    ? null
                    : new Run(
                            run.actor().name(),
                            run.begunAt().toInstant().toString(),
                            run.finishedAt() == null
                                    ? null
                                    : run.finishedAt().toInstant().toString(),
                            run.repairs(),
                            run.planned(),
                            run.examined());
        }
    }

    /** The status as clients see it. */
    public static ExaminationView of(ExaminationStatus status) {
        return new ExaminationView(
                Run.of(status.underWay()),
                Run.of(status.last()),
                status.report() == null ? null : ReportView.of(status.report()));
    }
}
