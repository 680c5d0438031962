package de.kreiskonzept.platform.monitoring;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ASSESSMENT;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Assessment;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringAssessmentRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The current light of a measure, and the history that only grows. */
@Singleton
final class LightStore {
    private final DSLContext dsl;

    LightStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Optional<Assessed> find(UUID measure) {
        return dsl.select(
                        CONCEPT_MEASURE.SECTION_ID,
                        CONCEPT_SECTION.NAME,
                        CONCEPT_MEASURE.NUMBER,
                        CONCEPT_MEASURE.TEXT,
                        CONCEPT_MEASURE.COUNTED,
                        CONCEPT_MEASURE.LIGHT,
                        CONCEPT_MEASURE.REASON,
                        CONCEPT_MEASURE.VERSION)
                .from(CONCEPT_MEASURE)
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_MEASURE.SECTION_ID))
                .where(CONCEPT_MEASURE.ID.eq(measure))
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .and(CONCEPT_SECTION.DELETED_AT.isNull())
                .fetchOptional(row -> new Assessed(
                        measure,
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        TrafficLight.of(row.value6()),
                        reason(row.value7()),
                        row.value8()));
    }

    /** Gives the measure the light of the assessment, if it still has this version, and keeps the assessment. */
    boolean add(Assessment assessment, long version) {
        OffsetDateTime now = time(assessment.assessedAt());
        ReasonClass reason = assessment.reason();
        int changed = dsl.update(CONCEPT_MEASURE)
                .set(CONCEPT_MEASURE.LIGHT, assessment.light().text())
                .set(CONCEPT_MEASURE.REASON, reason == null ? null : reason.text())
                .set(CONCEPT_MEASURE.MODIFIED_AT, now)
                .set(CONCEPT_MEASURE.VERSION, version + 1)
                .where(CONCEPT_MEASURE.ID.eq(assessment.measureId()))
                .and(CONCEPT_MEASURE.VERSION.eq(version))
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .execute();
        if (changed == 1) {
            dsl.insertInto(MONITORING_ASSESSMENT).set(row(assessment)).execute();
        }
        return changed == 1;
    }

    /** Puts the measure in or out of the evaluation, if it still has this version. */
    boolean count(UUID measure, long version, boolean counted, Instant now) {
        return dsl.update(CONCEPT_MEASURE)
                        .set(CONCEPT_MEASURE.COUNTED, counted)
                        .set(CONCEPT_MEASURE.MODIFIED_AT, time(now))
                        .set(CONCEPT_MEASURE.VERSION, version + 1)
                        .where(CONCEPT_MEASURE.ID.eq(measure))
                        .and(CONCEPT_MEASURE.VERSION.eq(version))
                        .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                        .execute()
                == 1;
    }

    long number(UUID measure) {
        return dsl.fetchCount(MONITORING_ASSESSMENT, MONITORING_ASSESSMENT.MEASURE_ID.eq(measure));
    }

    /** Part of the history, the latest first. */
    List<Assessment> list(UUID measure, long offset, int limit) {
        return dsl.selectFrom(MONITORING_ASSESSMENT)
                .where(MONITORING_ASSESSMENT.MEASURE_ID.eq(measure))
                .orderBy(MONITORING_ASSESSMENT.ASSESSED_AT.desc(), MONITORING_ASSESSMENT.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(LightStore::assessment);
    }

    private static MonitoringAssessmentRecord row(Assessment assessment) {
        ReasonClass reason = assessment.reason();
        return new MonitoringAssessmentRecord(
                assessment.id(),
                assessment.measureId(),
                assessment.light().text(),
                reason == null ? null : reason.text(),
                assessment.justification(),
                time(assessment.assessedAt()),
                assessment.accountId(),
                assessment.accountName(),
                time(assessment.createdAt()),
                time(assessment.modifiedAt()),
                assessment.version());
    }

    private static Assessment assessment(MonitoringAssessmentRecord row) {
        return new Assessment(
                row.getId(),
                row.getMeasureId(),
                TrafficLight.of(row.getLight()),
                reason(row.getReason()),
                row.getJustification(),
                row.getAssessedAt().toInstant(),
                row.getAccountId(),
                row.getAccountName(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    private static @Nullable ReasonClass reason(@Nullable String text) {
        return text == null ? null : ReasonClass.of(text);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
