package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.monitoring.Assessment;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringAssessmentRecord;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jooq.DSLContext;

/** Begins the history of measures that come into the concept with a light already, such as by an import. */
@Singleton
@InWorkspace
public class FirstAssessments {
    private final DSLContext dsl;

    FirstAssessments(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Writes the assessments in one batch; the measures hold the same light already. */
    public void add(Collection<Assessment> assessments) {
        dsl.batchInsert(assessments.stream().map(FirstAssessments::row).toList())
                .execute();
    }

    private static MonitoringAssessmentRecord row(Assessment assessment) {
        ReasonClass reason = assessment.reason();
        return new MonitoringAssessmentRecord(
                assessment.id(),
                assessment.measureId(),
                assessment.light().text(),
                reason == null ? null : reason.text(),
                assessment.justification(),
                assessment.assessedAt().atOffset(ZoneOffset.UTC),
                assessment.accountId(),
                assessment.accountName(),
                assessment.createdAt().atOffset(ZoneOffset.UTC),
                assessment.modifiedAt().atOffset(ZoneOffset.UTC),
                assessment.version());
    }
}
