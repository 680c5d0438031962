package de.kreiskonzept.platform.monitoring.round;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LIGHT;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ROUND;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_SCOPE;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringRoundRecord;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringScopeRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL of reporting rounds. */
@Singleton
@InWorkspace(readOnly = true)
public class RoundStore {
    private final DSLContext dsl;

    RoundStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All rounds, the latest first. */
    public List<Round> list() {
        return dsl.selectFrom(MONITORING_ROUND)
                .orderBy(MONITORING_ROUND.CUTOFF.desc(), MONITORING_ROUND.CREATED_AT.desc(), MONITORING_ROUND.ID)
                .fetch(RoundStore::round);
    }

    /** Rounds that bodies may answer now. */
    List<Round> listOpen() {
        return dsl.selectFrom(MONITORING_ROUND)
                .where(MONITORING_ROUND.STATE.eq(RoundState.OPEN.text()))
                .orderBy(MONITORING_ROUND.DEADLINE, MONITORING_ROUND.ID)
                .fetch(RoundStore::round);
    }

    /** The round with this id; empty where there is none. */
    public Optional<Round> find(UUID id) {
        return dsl.selectFrom(MONITORING_ROUND)
                .where(MONITORING_ROUND.ID.eq(id))
                .fetchOptional(RoundStore::round);
    }

    @InWorkspace(readOnly = false)
    void insert(Round round) {
        dsl.insertInto(MONITORING_ROUND).set(row(round)).execute();
    }

    /**
     * Stores a changed round.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(Round round) {
        MonitoringRoundRecord row = row(round);
        row.setVersion(round.version() + 1);
        int changed = dsl.update(MONITORING_ROUND)
                .set(row)
                .where(MONITORING_ROUND.ID.eq(round.id()))
                .and(MONITORING_ROUND.VERSION.eq(round.version()))
                .execute();
        if (changed == 0) {
            throw Refusal.stale();
        }
    }

    @InWorkspace(readOnly = false)
    void delete(Round round) {
        int deleted = dsl.deleteFrom(MONITORING_ROUND)
                .where(MONITORING_ROUND.ID.eq(round.id()))
                .and(MONITORING_ROUND.VERSION.eq(round.version()))
                .execute();
        if (deleted == 0) {
            throw Refusal.stale();
        }
    }

    /** Whether measures count in the evaluation of a round, by their ids; those of which nobody said so are left out. */
    Map<UUID, Boolean> listCounted(UUID round) {
        return dsl.selectFrom(MONITORING_SCOPE)
                .where(MONITORING_SCOPE.ROUND_ID.eq(round))
                .fetchMap(MONITORING_SCOPE.MEASURE_ID, MONITORING_SCOPE.COUNTED);
    }

    /** Says of each measure whether it counts in the evaluation of a round, in one statement. */
    @InWorkspace(readOnly = false)
    void count(UUID round, Map<UUID, Boolean> measures, Instant now) {
        if (measures.isEmpty()) {
            return;
        }
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        dsl.insertInto(MONITORING_SCOPE)
                .set(measures.entrySet().stream()
                        .map(one -> new MonitoringScopeRecord(round, one.getKey(), one.getValue(), time, time, 0L))
                        .toList())
                .onConflict(MONITORING_SCOPE.ROUND_ID, MONITORING_SCOPE.MEASURE_ID)
                .doUpdate()
                .set(MONITORING_SCOPE.COUNTED, DSL.excluded(MONITORING_SCOPE.COUNTED))
                .set(MONITORING_SCOPE.MODIFIED_AT, time)
                .set(MONITORING_SCOPE.VERSION, MONITORING_SCOPE.VERSION.plus(1))
                .execute();
    }

    /** How many measures of its version count in a round, and how many there are. */
    Rounds.Counted countMeasures(Round round) {
        var counts = DSL.coalesce(MONITORING_SCOPE.COUNTED, MONITORING_LIGHT.COUNTED, DSL.inline(true));
        var counted = DSL.count().filterWhere(counts);
        return dsl.select(counted, DSL.count())
                .from(CONCEPT_MEASURE)
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_MEASURE.SECTION_ID))
                .leftJoin(MONITORING_LIGHT)
                .on(MONITORING_LIGHT.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .leftJoin(MONITORING_SCOPE)
                .on(MONITORING_SCOPE.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .and(MONITORING_SCOPE.ROUND_ID.eq(round.id()))
                .where(CONCEPT_MEASURE.VERSION_ID.eq(round.versionId()))
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .and(CONCEPT_SECTION.DELETED_AT.isNull())
                .fetchSingle(row -> new Rounds.Counted(row.value1(), row.value2()));
    }

    private static MonitoringRoundRecord row(Round round) {
        return new MonitoringRoundRecord(
                round.id(),
                round.versionId(),
                round.name(),
                round.cutoff(),
                round.deadline(),
                round.leadsOnly() ? "lead" : "all",
                round.message(),
                round.state().text(),
                time(round.openedAt()),
                time(round.closedAt()),
                round.reminders(),
                time(round.escalatedAt()),
                round.createdAt().atOffset(ZoneOffset.UTC),
                round.modifiedAt().atOffset(ZoneOffset.UTC),
                round.version());
    }

    private static Round round(MonitoringRoundRecord row) {
        return new Round(
                row.getId(),
                row.getVersionId(),
                row.getName(),
                row.getCutoff(),
                row.getDeadline(),
                row.getScope().equals("lead"),
                row.getMessage(),
                RoundState.of(row.getState()),
                instant(row.getOpenedAt()),
                instant(row.getClosedAt()),
                row.getReminders(),
                instant(row.getEscalatedAt()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
