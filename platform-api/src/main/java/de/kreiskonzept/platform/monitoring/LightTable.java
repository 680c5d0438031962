package de.kreiskonzept.platform.monitoring;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ASSESSMENT;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LIGHT;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.monitoring.Assessment;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.platform.concept.Rows;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringAssessmentRecord;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringLightRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The lights of many measures at once, as files bring them; what was said before stays in the history. */
@Singleton
@InWorkspace
public class LightTable {
    private final DSLContext dsl;
    private final FieldHistory fields;
    private final Clock clock;

    LightTable(DSLContext dsl, FieldHistory fields, Clock clock) {
        this.dsl = dsl;
        this.fields = fields;
        this.clock = clock;
    }

    /**
     * What is to hold for a measure.
     *
     * @param before what held when somebody decided
     * @param justification of the new assessment; null where only the part in the evaluation changes
     * @param onBehalfOf body that the light comes from; empty where the author speaks for itself
     */
    public record Change(
            UUID measure,
            CurrentLight before,
            CurrentLight after,
            @Nullable String justification,
            String onBehalfOf) {
        /** A change in which the author speaks for itself. */
        public Change(UUID measure, CurrentLight before, CurrentLight after, @Nullable String justification) {
            this(measure, before, after, justification, "");
        }
    }

    /** Why the measures of a version have their lights, by their ids; those of which nobody said so are left out. */
    @InWorkspace(readOnly = true)
    public Map<UUID, String> justifications(UUID version) {
        Map<UUID, String> said = dsl.select(MONITORING_ASSESSMENT.MEASURE_ID, MONITORING_ASSESSMENT.JUSTIFICATION)
                .distinctOn(MONITORING_ASSESSMENT.MEASURE_ID)
                .from(MONITORING_ASSESSMENT)
                .join(CONCEPT_MEASURE)
                .on(CONCEPT_MEASURE.ID.eq(MONITORING_ASSESSMENT.MEASURE_ID))
                .where(CONCEPT_MEASURE.VERSION_ID.eq(version))
                .orderBy(
                        MONITORING_ASSESSMENT.MEASURE_ID,
                        MONITORING_ASSESSMENT.ASSESSED_AT.desc(),
                        MONITORING_ASSESSMENT.ID.desc())
                .fetchMap(MONITORING_ASSESSMENT.MEASURE_ID, MONITORING_ASSESSMENT.JUSTIFICATION);
        said.values().removeIf(String::isEmpty);
        return said;
    }

    /** What holds for these measures now, by their ids; those of which nothing was said yet are left out. */
    @InWorkspace(readOnly = true)
    public Map<UUID, CurrentLight> find(Collection<UUID> measures) {
        return dsl.selectFrom(MONITORING_LIGHT)
                .where(MONITORING_LIGHT.MEASURE_ID.in(measures))
                .fetchMap(MONITORING_LIGHT.MEASURE_ID, Rows::light);
    }

    /**
     * Gives the measures their lights, all of them or none.
     *
     * @param author name that stands in the history
     * @throws Refusal 412 where one of them was changed in between
     */
    public void change(List<Change> changes, String author) {
        change(changes, Actor.without(author));
    }

    /**
     * The same by a person; a measure may change more than once, each time from what it was before.
     *
     * @return ids of the new assessments, one for each change that has a justification, in their order
     */
    public List<UUID> change(List<Change> changes, Actor author) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int[] stored = dsl.batch(
                        changes.stream().map(change -> put(change, now)).toList())
                .execute();
        if (Arrays.stream(stored).anyMatch(rows -> rows != 1)) {
            throw Refusal.stale();
        }
        // Each a microsecond after the one before, so that the latest of a measure is the latest in its history, too.
        List<Assessment> added = IntStream.range(0, changes.size())
                .filter(i -> changes.get(i).justification() != null)
                .mapToObj(i -> assessment(changes.get(i), author, now.plus(i, ChronoUnit.MICROS)))
                .toList();
        keep(added);
        fields.changed(changes.stream()
                .map(change -> new FieldHistory.Changed(
                        new Subject("measure", change.measure()), 0, counted(change.before()), counted(change.after())))
                .toList());
        return added.stream().map(Assessment::id).toList();
    }

    private static Map<String, String> counted(CurrentLight light) {
        return Map.of("counted", String.valueOf(light.counted()));
    }

    private Query put(Change change, Instant at) {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        CurrentLight after = change.after();
        ReasonClass reason = after.reason();
        return dsl.insertInto(MONITORING_LIGHT)
                .set(MONITORING_LIGHT.MEASURE_ID, change.measure())
                .set(MONITORING_LIGHT.LIGHT, after.light().text())
                .set(MONITORING_LIGHT.REASON, reason == null ? null : reason.text())
                .set(MONITORING_LIGHT.COUNTED, after.counted())
                .set(MONITORING_LIGHT.STATUS, after.status())
                .set(MONITORING_LIGHT.CREATED_AT, now)
                .set(MONITORING_LIGHT.MODIFIED_AT, now)
                .set(MONITORING_LIGHT.VERSION, change.before().version() + 1)
                .onConflict(MONITORING_LIGHT.MEASURE_ID)
                .doUpdate()
                .set(MONITORING_LIGHT.LIGHT, DSL.excluded(MONITORING_LIGHT.LIGHT))
                .set(MONITORING_LIGHT.REASON, DSL.excluded(MONITORING_LIGHT.REASON))
                .set(MONITORING_LIGHT.COUNTED, DSL.excluded(MONITORING_LIGHT.COUNTED))
                .set(MONITORING_LIGHT.STATUS, DSL.excluded(MONITORING_LIGHT.STATUS))
                .set(MONITORING_LIGHT.MODIFIED_AT, now)
                .set(MONITORING_LIGHT.VERSION, DSL.excluded(MONITORING_LIGHT.VERSION))
                .where(MONITORING_LIGHT.VERSION.eq(change.before().version()));
    }

    private static Assessment assessment(Change change, Actor author, Instant now) {
        String justification = change.justification();
        return new Assessment(
                Ids.create(now),
                change.measure(),
                change.after().light(),
                change.after().reason(),
                justification == null ? "" : justification,
                now,
                author.id(),
                author.name(),
                change.onBehalfOf(),
                change.after().status(),
                now,
                now,
                0);
    }

    /** Writes what holds for new measures, by their ids, and how it came about, in two batches. */
    public void add(Map<UUID, CurrentLight> lights, Collection<Assessment> assessments) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        var given = lights.entrySet().stream()
                .map(entry -> light(entry.getKey(), entry.getValue(), now))
                .toList();
        if (!given.isEmpty()) {
            dsl.batchInsert(given).execute();
        }
        keep(assessments);
    }

    private void keep(Collection<Assessment> assessments) {
        if (!assessments.isEmpty()) {
            dsl.batchInsert(assessments.stream().map(LightTable::row).toList()).execute();
        }
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
                light.version(),
                light.status());
    }

    /** An assessment as it is stored. */
    static MonitoringAssessmentRecord row(Assessment assessment) {
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
                assessment.onBehalfOf(),
                assessment.status());
    }
}
