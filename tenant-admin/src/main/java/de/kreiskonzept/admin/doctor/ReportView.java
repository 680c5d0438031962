package de.kreiskonzept.admin.doctor;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an examination has found.
 *
 * @param examined number of workspaces that were looked at
 * @param findings that are open
 * @param repaired findings that it has repaired
 */
@Serdeable
@Schema(name = "DoctorReport")
public record ReportView(int examined, List<FindingView> findings, List<FindingView> repaired) {

    /**
     * Something that is not as it has to be.
     *
     * @param kind for example role, rights or orphan-schema
     * @param tenantId null where nobody has it
     * @param owner name of the county, or of the schema or role that nobody has
     * @param details names of the catalogue: with a minus what is missing, with a plus what is too much
     */
    @Serdeable
    @Schema(name = "DoctorFinding")
    public record FindingView(
            String kind,
            @Nullable String tenantId,
            String owner,
            String schema,
            List<String> details,
            boolean repairable) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.kind().text(),
                    finding.tenantId() == null ? null : finding.tenantId().toString(),
                    finding.owner(),
                    finding.schema(),
                    finding.details(),
                    finding.kind().repairable());
        }
    }

    /** The report as clients see it. */
    public static ReportView of(Report report) {
        return new ReportView(
                report.examined(),
                report.findings().stream().map(FindingView::of).toList(),
                report.repaired().stream().map(FindingView::of).toList());
    }
}
