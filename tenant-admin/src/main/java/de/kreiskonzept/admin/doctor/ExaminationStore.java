package de.kreiskonzept.admin.doctor;

import static de.kreiskonzept.schema.registry.Tables.EXAMINATION;
import static de.kreiskonzept.schema.registry.Tables.EXAMINATION_FINDING;
import static de.kreiskonzept.schema.registry.Tables.TENANT;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.schema.registry.tables.records.ExaminationRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The tables examination and examination_finding. */
@Singleton
final class ExaminationStore {
    private static final List<String> KINDS =
            Stream.of(Finding.Kind.values()).map(Finding.Kind::text).toList();

    private final DSLContext db;
    private final Clock clock;

    ExaminationStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<ExaminationRun> findUnfinished() {
        return db.selectFrom(EXAMINATION)
                .where(EXAMINATION.FINISHED_AT.isNull())
                .fetchOptional(ExaminationStore::run);
    }

    Optional<ExaminationRun> findLast() {
        return db.selectFrom(EXAMINATION)
                .where(EXAMINATION.FINISHED_AT.isNotNull())
                .orderBy(EXAMINATION.FINISHED_AT.desc(), EXAMINATION.ID.desc())
                .limit(1)
                .fetchOptional(ExaminationStore::run);
    }

    /**
     * What an examination has found, by name of the county and kind, what belongs to nobody last.
     *
     * @param repaired what it has repaired; otherwise what is left
     */
    List<Finding> findings(UUID examination, boolean repaired) {
        return db.select(EXAMINATION_FINDING.asterisk(), TENANT.NAME)
                .from(EXAMINATION_FINDING)
                .leftJoin(TENANT)
                .on(TENANT.ID.eq(EXAMINATION_FINDING.TENANT_ID))
                .where(EXAMINATION_FINDING.EXAMINATION_ID.eq(examination), EXAMINATION_FINDING.REPAIRED.eq(repaired))
                .orderBy(
                        TENANT.NAME.asc().nullsLast(),
                        EXAMINATION_FINDING.SCHEMA_NAME.asc(),
                        EXAMINATION_FINDING.KIND.sortAsc(KINDS))
                .fetch(row -> new Finding(
                        Finding.Kind.of(row.get(EXAMINATION_FINDING.KIND)),
                        row.get(EXAMINATION_FINDING.TENANT_ID),
                        Objects.requireNonNullElse(row.get(TENANT.NAME), row.get(EXAMINATION_FINDING.SCHEMA_NAME)),
                        row.get(EXAMINATION_FINDING.SCHEMA_NAME),
                        row.get(EXAMINATION_FINDING.DETAILS).lines().toList()));
    }

    /** Begins an examination; false where another one is under way. */
    boolean create(boolean repairs, Actor actor, int planned) {
        return db.insertInto(EXAMINATION)
                        .set(EXAMINATION.ID, Ids.create(clock))
                        .set(EXAMINATION.ACTOR_ID, actor.id())
                        .set(EXAMINATION.ACTOR, actor.name())
                        .set(EXAMINATION.REPAIRS, repairs)
                        .set(EXAMINATION.PLANNED, planned)
                        .set(EXAMINATION.EXAMINED, 0)
                        .set(EXAMINATION.CREATED_AT, now())
                        .set(EXAMINATION.MODIFIED_AT, now())
                        .set(EXAMINATION.VERSION, 0L)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Notes how far an examination has come; false where it was given up for another one. */
    boolean reach(UUID id, int more, UUID reached) {
        return db.update(EXAMINATION)
                        .set(EXAMINATION.EXAMINED, EXAMINATION.EXAMINED.plus(more))
                        .set(EXAMINATION.REACHED, reached)
                        .set(EXAMINATION.MODIFIED_AT, now())
                        .set(EXAMINATION.VERSION, EXAMINATION.VERSION.plus(1))
                        .where(EXAMINATION.ID.eq(id), EXAMINATION.FINISHED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Ends an examination, and removes those before it; false where it was given up for another one. */
    boolean finish(UUID id) {
        var ended = db.update(EXAMINATION)
                        .set(EXAMINATION.FINISHED_AT, now())
                        .set(EXAMINATION.MODIFIED_AT, now())
                        .set(EXAMINATION.VERSION, EXAMINATION.VERSION.plus(1))
                        .where(EXAMINATION.ID.eq(id), EXAMINATION.FINISHED_AT.isNull())
                        .execute()
                == 1;
        if (ended) {
            db.deleteFrom(EXAMINATION)
                    .where(EXAMINATION.FINISHED_AT.isNotNull(), EXAMINATION.ID.ne(id))
                    .execute();
        }
        return ended;
    }

    void delete(UUID id) {
        db.deleteFrom(EXAMINATION).where(EXAMINATION.ID.eq(id)).execute();
    }

    /** Keeps findings; what a county was looked at for that has another schema or state by now is left out. */
    void append(UUID examination, List<Finding> findings, boolean repaired) {
        var now = now();
        var there = db.select(TENANT.ID, TENANT.SCHEMA_NAME)
                .from(TENANT)
                .where(
                        TENANT.ID.in(findings.stream().map(Finding::tenantId).collect(Collectors.toSet())),
                        TENANT.STATE.in(
                                Doctor.BUILT.stream().map(state -> state.text()).toList()))
                .forShare()
                .fetchMap(TENANT.ID, TENANT.SCHEMA_NAME);
        db.batchInsert(findings.stream()
                        .filter(finding ->
                                finding.tenantId() == null || finding.schema().equals(there.get(finding.tenantId())))
                        .map(finding -> {
                            var row = db.newRecord(EXAMINATION_FINDING);
                            row.setId(Ids.create(clock));
                            row.setExaminationId(examination);
                            row.setTenantId(finding.tenantId());
                            row.setKind(finding.kind().text());
                            row.setSchemaName(finding.schema());
                            row.setDetails(String.join("\n", finding.details()));
                            row.setRepaired(repaired);
                            row.setCreatedAt(now);
                            row.setModifiedAt(now);
                            row.setVersion(0L);
                            return row;
                        })
                        .toList())
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ExaminationRun run(ExaminationRecord row) {
        return new ExaminationRun(
                row.getId(),
                new Actor(row.getActorId(), row.getActor()),
                row.getRepairs(),
                row.getPlanned(),
                row.getExamined(),
                row.getReached(),
                row.getCreatedAt(),
                row.getFinishedAt());
    }
}
