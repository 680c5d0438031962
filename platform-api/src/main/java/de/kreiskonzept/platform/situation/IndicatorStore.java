package de.kreiskonzept.platform.situation;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.SITUATION_INDICATOR;
import static de.kreiskonzept.schema.workspace.Tables.SITUATION_READING;
import static de.kreiskonzept.schema.workspace.Tables.SITUATION_SERIES;

import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.model.situation.ReadingLines;
import de.kreiskonzept.platform.concept.history.FieldChange.What;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.SituationIndicatorRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL on indicators and their series. */
@Singleton
@InWorkspace(readOnly = true)
class IndicatorStore {
    private static final Field<UUID> SECTION = DSL.coalesce(CONCEPT_GOAL.SECTION_ID, CONCEPT_MEASURE.SECTION_ID);
    private static final Field<String> OWNER = DSL.trim(DSL.concat(
            DSL.coalesce(CONCEPT_GOAL.NUMBER, CONCEPT_MEASURE.NUMBER),
            DSL.inline(" "),
            DSL.coalesce(CONCEPT_GOAL.TEXT, CONCEPT_MEASURE.TEXT)));

    private final DSLContext dsl;
    private final FieldHistory history;

    IndicatorStore(DSLContext dsl, FieldHistory history) {
        this.dsl = dsl;
        this.history = history;
    }

    /** All indicators of a version, in the order of its sections; two statements. */
    List<IndicatorLine> list(UUID versionId) {
        return lines(SITUATION_INDICATOR.VERSION_ID.eq(versionId));
    }

    /** One indicator; empty where there is none, or it or what it belongs to is deleted. */
    Optional<IndicatorLine> find(UUID id) {
        return lines(SITUATION_INDICATOR.ID.eq(id)).stream().findFirst();
    }

    /** The goal or measure of a deleted indicator; empty where it is not deleted or there is none. */
    Optional<Indicator> findDeleted(UUID id) {
        return dsl.selectFrom(SITUATION_INDICATOR)
                .where(SITUATION_INDICATOR.ID.eq(id))
                .and(SITUATION_INDICATOR.DELETED_AT.isNotNull())
                .fetchOptional(IndicatorStore::indicator);
    }

    /** Number of indicators at a goal or measure, deleted ones too: the place of the next one. */
    int count(@Nullable UUID goal, @Nullable UUID measure) {
        return dsl.fetchCount(
                SITUATION_INDICATOR,
                goal == null ? SITUATION_INDICATOR.MEASURE_ID.eq(measure) : SITUATION_INDICATOR.GOAL_ID.eq(goal));
    }

    /** Begins a series without values. */
    @InWorkspace(readOnly = false)
    public void begin(UUID series, Instant now) {
        dsl.insertInto(SITUATION_SERIES)
                .set(SITUATION_SERIES.ID, series)
                .set(SITUATION_SERIES.CREATED_AT, time(now))
                .set(SITUATION_SERIES.MODIFIED_AT, time(now))
                .set(SITUATION_SERIES.VERSION, 0L)
                .execute();
    }

    /** Stores a new indicator. */
    @InWorkspace(readOnly = false)
    public void insert(Indicator indicator, Instant now) {
        var row = row(indicator, now);
        row.setId(indicator.id());
        row.setVersionId(indicator.versionId());
        row.setSeriesId(indicator.seriesId());
        row.setGoalId(indicator.goalId());
        row.setMeasureId(indicator.measureId());
        row.setPosition(indicator.position());
        row.setCreatedAt(time(now));
        row.setVersion(0L);
        dsl.insertInto(SITUATION_INDICATOR).set(row).execute();
        history.created(List.of(Indicators.subject(indicator.id())));
    }

    /** Stores another definition; false if it was changed in between. */
    @InWorkspace(readOnly = false)
    public boolean update(Indicator before, Indicator after, Instant now) {
        boolean fresh = dsl.update(SITUATION_INDICATOR)
                        .set(row(after, now))
                        .set(SITUATION_INDICATOR.VERSION, SITUATION_INDICATOR.VERSION.plus(1))
                        .where(SITUATION_INDICATOR.ID.eq(after.id()))
                        .and(SITUATION_INDICATOR.VERSION.eq(after.version()))
                        .execute()
                == 1;
        if (fresh) {
            history.changed(Indicators.subject(after.id()), after.version() + 1, before.fields(), after.fields());
        }
        return fresh;
    }

    /** Deletes in this version, or takes it back; false if it was changed in between. */
    @InWorkspace(readOnly = false)
    public boolean mark(UUID id, long version, @Nullable Instant deleted, Instant now) {
        boolean fresh = dsl.update(SITUATION_INDICATOR)
                        .set(SITUATION_INDICATOR.DELETED_AT, deleted == null ? null : time(deleted))
                        .set(SITUATION_INDICATOR.MODIFIED_AT, time(now))
                        .set(SITUATION_INDICATOR.VERSION, SITUATION_INDICATOR.VERSION.plus(1))
                        .where(SITUATION_INDICATOR.ID.eq(id))
                        .and(SITUATION_INDICATOR.VERSION.eq(version))
                        .execute()
                == 1;
        if (fresh) {
            history.tell(Indicators.subject(id), deleted == null ? What.RESTORED : What.DELETED, version + 1);
        }
        return fresh;
    }

    /** Gives the series of an indicator exactly these values; false if they were changed in between. */
    @InWorkspace(readOnly = false)
    public boolean measure(IndicatorLine line, long version, List<Reading> readings, Instant now) {
        UUID series = line.indicator().seriesId();
        int fresh = dsl.update(SITUATION_SERIES)
                .set(SITUATION_SERIES.MODIFIED_AT, time(now))
                .set(SITUATION_SERIES.VERSION, SITUATION_SERIES.VERSION.plus(1))
                .where(SITUATION_SERIES.ID.eq(series))
                .and(SITUATION_SERIES.VERSION.eq(version))
                .execute();
        if (fresh == 0) {
            return false;
        }
        dsl.deleteFrom(SITUATION_READING)
                .where(SITUATION_READING.SERIES_ID.eq(series))
                .execute();
        dsl.batchInsert(readings.stream()
                        .map(reading -> {
                            var row = SITUATION_READING.newRecord();
                            row.setSeriesId(series);
                            row.setPeriod(reading.period().text());
                            row.setValue(reading.value());
                            row.setMissing(reading.missing());
                            row.setBreakNote(reading.breakNote());
                            row.setSource(reading.source());
                            row.setCreatedAt(time(now));
                            row.setModifiedAt(time(now));
                            row.setVersion(0L);
                            return row;
                        })
                        .toList())
                .execute();
        history.changed(
                Indicators.subject(line.indicator().id()),
                line.indicator().version(),
                Map.of("values", ReadingLines.write(line.readings()).strip()),
                Map.of("values", ReadingLines.write(readings).strip()));
        return true;
    }

    private List<IndicatorLine> lines(Condition which) {
        List<IndicatorLine> lines = dsl.select(SITUATION_INDICATOR.fields())
                .select(SECTION.as("owner_section"), OWNER.as("owner"), CONCEPT_SECTION.NAME.as("section_name"))
                .select(SITUATION_SERIES.VERSION.as("series_version"))
                .from(SITUATION_INDICATOR)
                .join(SITUATION_SERIES)
                .on(SITUATION_SERIES.ID.eq(SITUATION_INDICATOR.SERIES_ID))
                .leftJoin(CONCEPT_GOAL)
                .on(CONCEPT_GOAL.ID.eq(SITUATION_INDICATOR.GOAL_ID), CONCEPT_GOAL.DELETED_AT.isNull())
                .leftJoin(CONCEPT_MEASURE)
                .on(CONCEPT_MEASURE.ID.eq(SITUATION_INDICATOR.MEASURE_ID), CONCEPT_MEASURE.DELETED_AT.isNull())
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(SECTION), CONCEPT_SECTION.DELETED_AT.isNull())
                .where(which)
                .and(SITUATION_INDICATOR.DELETED_AT.isNull())
                .orderBy(
                        CONCEPT_SECTION.POSITION,
                        CONCEPT_SECTION.ID,
                        SITUATION_INDICATOR.POSITION,
                        SITUATION_INDICATOR.ID)
                .fetch(IndicatorStore::line);
        Map<UUID, List<Reading>> readings = dsl.selectFrom(SITUATION_READING)
                .where(SITUATION_READING.SERIES_ID.in(
                        lines.stream().map(line -> line.indicator().seriesId()).toList()))
                .orderBy(SITUATION_READING.SERIES_ID, SITUATION_READING.PERIOD)
                .fetchGroups(SITUATION_READING.SERIES_ID, ReadingRows::reading);
        return lines.stream()
                .map(line -> line.with(readings.getOrDefault(line.indicator().seriesId(), List.of())))
                .toList();
    }

    private static IndicatorLine line(Record row) {
        return new IndicatorLine(
                indicator(row.into(SITUATION_INDICATOR)),
                List.of(),
                row.get("series_version", Long.class),
                row.get("owner", String.class),
                row.get("owner_section", UUID.class),
                row.get("section_name", String.class));
    }

    private static Indicator indicator(SituationIndicatorRecord row) {
        return new Indicator(
                row.getId(),
                row.getVersionId(),
                row.getSeriesId(),
                row.getGoalId(),
                row.getMeasureId(),
                row.getPosition(),
                row.getName(),
                row.getUnit(),
                row.getDefinition(),
                row.getSource(),
                ReadingRows.mark(row.getBaseline(), row.getBaselinePeriod()),
                ReadingRows.mark(row.getTarget(), row.getTargetPeriod()),
                row.getVersion());
    }

    private static SituationIndicatorRecord row(Indicator indicator, Instant now) {
        var row = SITUATION_INDICATOR.newRecord();
        row.setName(indicator.name());
        row.setUnit(indicator.unit());
        row.setDefinition(indicator.definition());
        row.setSource(indicator.source());
        row.setBaseline(ReadingRows.value(indicator.baseline()));
        row.setBaselinePeriod(ReadingRows.period(indicator.baseline()));
        row.setTarget(ReadingRows.value(indicator.target()));
        row.setTargetPeriod(ReadingRows.period(indicator.target()));
        row.setModifiedAt(time(now));
        return row;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
