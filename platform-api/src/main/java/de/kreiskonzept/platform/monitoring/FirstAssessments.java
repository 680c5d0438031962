package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.monitoring.Assessment;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringAssessmentRecord;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringLightRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** Begins the history of measures that come into the concept with a light already, such as by an import. */
@Singleton
@InWorkspace
public class FirstAssessments {
    private final DSLContext dsl;
    private final Clock clock;

    FirstAssessments(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Writes what holds for new measures, by their ids, and how it came about, in two batches. */
    public void add(Map<UUID, CurrentLight> lights, Collection<Assessment> assessments) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        dsl.batchInsert(lights.entrySet().stream()
                        .map(entry -> light(entry.getKey(), entry.getValue(), now))
                        .toList())
                .execute();
        dsl.batchInsert(assessments.stream().map(FirstAssessments::row).toList())
                .execute();
    }

    private static MonitoringLightRecord light(UUID measure, CurrentLight light, OffsetDateTime now) {
        ReasonClass reason = light.reason();
        return new MonitoringLightRecord(
                measure,
                light.light().text(),
                reason == null ? null : reason.text(),
                light.counted(),
                now,
                now,
                light.version());
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
                assessment.version(),
                assessment.onBehalfOf());
    }
}
