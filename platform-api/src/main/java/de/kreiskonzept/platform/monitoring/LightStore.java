package de.kreiskonzept.platform.monitoring;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE_DETAIL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ASSESSMENT;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LIGHT;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.monitoring.Assessment;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.platform.concept.Rows;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringAssessmentRecord;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringLightRecord;
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
                        CONCEPT_MEASURE.VERSION,
                        CONCEPT_MEASURE_DETAIL.KIND)
                .select(MONITORING_LIGHT.fields())
                .from(CONCEPT_MEASURE)
                .leftJoin(MONITORING_LIGHT)
                .on(MONITORING_LIGHT.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .leftJoin(CONCEPT_MEASURE_DETAIL)
                .on(CONCEPT_MEASURE_DETAIL.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_MEASURE.SECTION_ID))
                .where(CONCEPT_MEASURE.ID.eq(measure))
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .and(CONCEPT_SECTION.DELETED_AT.isNull())
                .fetchOptional(row -> {
                    CurrentLight current = Rows.light(row);
                    String kind = row.get(CONCEPT_MEASURE_DETAIL.KIND);
                    return new Assessed(
                            measure,
                            row.get(CONCEPT_MEASURE.SECTION_ID),
                            row.get(CONCEPT_SECTION.NAME),
                            row.get(CONCEPT_MEASURE.NUMBER),
                            row.get(CONCEPT_MEASURE.TEXT),
                            kind == null ? null : MeasureKind.of(kind),
                            current,
                            row.get(CONCEPT_MEASURE.VERSION) + current.version());
                });
    }

    /** Gives the measure the light of the assessment and keeps the assessment, if what holds now is still the one before. */
    boolean add(Assessment assessment, CurrentLight before) {
        var next = new CurrentLight(
                assessment.light(), assessment.reason(), before.counted(), before.version(), assessment.status());
        boolean stored = put(assessment.measureId(), next, assessment.assessedAt());
        if (stored) {
            dsl.insertInto(MONITORING_ASSESSMENT)
                    .set(LightTable.row(assessment))
                    .execute();
        }
        return stored;
    }

    /** Puts the measure in or out of the evaluation, if what holds now is still the one before. */
    boolean count(UUID measure, CurrentLight before, boolean counted, Instant now) {
        return put(
                measure,
                new CurrentLight(before.light(), before.reason(), counted, before.version(), before.status()),
                now);
    }

    private boolean put(UUID measure, CurrentLight next, Instant now) {
        ReasonClass reason = next.reason();
        var row = new MonitoringLightRecord(
                measure,
                next.light().text(),
                reason == null ? null : reason.text(),
                next.counted(),
                time(now),
                time(now),
                next.version() + 1,
                next.status());
        return dsl.insertInto(MONITORING_LIGHT)
                        .set(row)
                        .onConflict(MONITORING_LIGHT.MEASURE_ID)
                        .doUpdate()
                        .set(MONITORING_LIGHT.LIGHT, row.getLight())
                        .set(MONITORING_LIGHT.REASON, row.getReason())
                        .set(MONITORING_LIGHT.COUNTED, row.getCounted())
                        .set(MONITORING_LIGHT.STATUS, row.getStatus())
                        .set(MONITORING_LIGHT.MODIFIED_AT, row.getModifiedAt())
                        .set(MONITORING_LIGHT.VERSION, row.getVersion())
                        .where(MONITORING_LIGHT.VERSION.eq(next.version()))
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
                row.getOnBehalfOf(),
                row.getStatus(),
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
