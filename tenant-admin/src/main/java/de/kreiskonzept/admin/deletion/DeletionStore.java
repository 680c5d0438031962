package de.kreiskonzept.admin.deletion;

import static de.kreiskonzept.schema.registry.Tables.AUDIT_ENTRY;
import static de.kreiskonzept.schema.registry.Tables.DELETION;
import static de.kreiskonzept.schema.registry.Tables.DELETION_COUNT;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.tenant.ArchiveOffer;
import de.kreiskonzept.model.tenant.Deletion;
import de.kreiskonzept.model.tenant.Deletion.Progress;
import de.kreiskonzept.model.tenant.ExportAnswer;
import de.kreiskonzept.schema.registry.tables.records.DeletionRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The tables deletion and deletion_count. */
@Singleton
final class DeletionStore {
    private final DSLContext db;
    private final Clock clock;

    DeletionStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void create(UUID tenant, CountyDeletion.Request request) {
        db.insertInto(DELETION)
                .set(DELETION.ID, Ids.create(clock))
                .set(DELETION.TENANT_ID, tenant)
                .set(DELETION.ASKED_BY, request.askedBy())
                .set(DELETION.REASON, request.reason())
                .set(DELETION.RECORDED_BY, request.recordedBy())
                .set(DELETION.PROGRESS, Progress.OPEN.text())
                .set(DELETION.CREATED_AT, now())
                .set(DELETION.MODIFIED_AT, now())
                .set(DELETION.VERSION, 0L)
                .execute();
    }

    /** The deletion of a county that was announced last, also one that was called off. */
    Optional<CountyDeletion> findLatest(UUID tenant) {
        return db.selectFrom(DELETION)
                .where(DELETION.TENANT_ID.eq(tenant))
                .orderBy(DELETION.CREATED_AT.desc(), DELETION.ID.desc())
                .limit(1)
                .fetchOptional(DeletionStore::deletion);
    }

    /** Tenants whose data are being removed, or whose waiting time is over. */
    List<UUID> due(LocalDate today) {
        return db.select(DELETION.TENANT_ID)
                .from(DELETION)
                .where(DELETION.PROGRESS
                        .eq(Progress.ERASING.text())
                        .or(DELETION.PROGRESS
                                .eq(Progress.OPEN.text())
                                .and(DELETION.SETTLED_ON.lt(today.minus(Deletion.WAITING_TIME)))))
                .orderBy(DELETION.SETTLED_ON, DELETION.ID)
                .fetch(DELETION.TENANT_ID);
    }

    /** Stores what was settled and how far it is. */
    void update(UUID id, Deletion deletion) {
        var export = deletion.export();
        var offer = deletion.offer();
        var row = changed();
        row.setProgress(deletion.progress().text());
        row.setExportAnswer(export == null ? null : export instanceof ExportAnswer.Taken ? "taken" : "declined");
        row.setExportOn(export == null ? null : export.on());
        row.setExportDigest(export instanceof ExportAnswer.Taken taken ? taken.digest() : null);
        row.setArchive(offer == null ? null : offer.archive());
        row.setOfferedOn(offer == null ? null : offer.offeredOn());
        row.setArchiveAnswer(offer == null ? null : offer.answer().text());
        row.setAnsweredOn(offer == null ? null : offer.answeredOn());
        row.setArchiveReason(offer == null ? null : offer.reason());
        row.setSettledOn(deletion.settledOn());
        row.setEndedAt(
                deletion.progress() == Progress.DONE || deletion.progress() == Progress.CANCELLED ? now() : null);
        store(id, row);
    }

    /** Notes which step comes next. */
    void next(UUID id, ErasureStep step) {
        var row = changed();
        row.setStep(step.text());
        row.setLastError(null);
        store(id, row);
    }

    void failed(UUID id, String error) {
        var row = changed();
        row.setLastError(error);
        store(id, row);
    }

    /** Puts these numbers of rows in the place of earlier ones. */
    void count(UUID id, Map<String, Long> rowsByTable) {
        db.deleteFrom(DELETION_COUNT).where(DELETION_COUNT.DELETION_ID.eq(id)).execute();
        var rows = rowsByTable.entrySet().stream()
                .map(table -> {
                    var row = db.newRecord(DELETION_COUNT);
                    row.setDeletionId(id);
                    row.setTableName(table.getKey());
                    row.setRowCount(table.getValue());
                    row.setCreatedAt(now());
                    row.setModifiedAt(now());
                    row.setVersion(0L);
                    return row;
                })
                .toList();
        db.batchInsert(rows).execute();
    }

    /** Numbers of rows by table, as they were when the removal began. */
    Map<String, Long> counts(UUID id) {
        return new TreeMap<>(db.selectFrom(DELETION_COUNT)
                .where(DELETION_COUNT.DELETION_ID.eq(id))
                .fetchMap(DELETION_COUNT.TABLE_NAME, DELETION_COUNT.ROW_COUNT));
    }

    void certify(UUID id, String json) {
        var row = changed();
        row.setCertificate(json);
        store(id, row);
    }

    Optional<String> findCertificate(UUID tenant) {
        return db.select(DELETION.CERTIFICATE)
                .from(DELETION)
                .where(DELETION.TENANT_ID.eq(tenant), DELETION.CERTIFICATE.isNotNull())
                .fetchOptional(DELETION.CERTIFICATE);
    }

    /** Digest of the last export that was written of a county since then, as the audit trail has it. */
    Optional<String> findExport(UUID tenant, OffsetDateTime since) {
        return db.select(AUDIT_ENTRY.DETAIL)
                .from(AUDIT_ENTRY)
                .where(
                        AUDIT_ENTRY.SUBJECT.eq(tenant.toString()),
                        AUDIT_ENTRY.ACTION.eq("tenant.exported"),
                        AUDIT_ENTRY.HAPPENED_AT.ge(since))
                .orderBy(AUDIT_ENTRY.POSITION.desc())
                .limit(1)
                .fetchOptional(AUDIT_ENTRY.DETAIL);
    }

    private DeletionRecord changed() {
        var row = db.newRecord(DELETION);
        row.setModifiedAt(now());
        return row;
    }

    private void store(UUID id, DeletionRecord changes) {
        db.update(DELETION)
                .set(changes)
                .set(DELETION.VERSION, DELETION.VERSION.plus(1))
                .where(DELETION.ID.eq(id))
                .execute();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static CountyDeletion deletion(DeletionRecord row) {
        return new CountyDeletion(
                row.getId(),
                row.getTenantId(),
                new CountyDeletion.Request(row.getAskedBy(), row.getReason(), row.getRecordedBy()),
                new Deletion(Progress.of(row.getProgress()), export(row), offer(row), row.getSettledOn()),
                new CountyDeletion.Removal(
                        row.getStep() == null ? null : ErasureStep.of(row.getStep()), row.getLastError()),
                row.getCreatedAt(),
                row.getEndedAt(),
                row.getVersion());
    }

    private static @Nullable ExportAnswer export(DeletionRecord row) {
        if (row.getExportAnswer() == null) {
            return null;
        }
        return row.getExportAnswer().equals("taken")
                ? new ExportAnswer.Taken(row.getExportOn(), row.getExportDigest())
                : new ExportAnswer.Declined(row.getExportOn());
    }

    private static @Nullable ArchiveOffer offer(DeletionRecord row) {
        return row.getArchive() == null
                ? null
                : new ArchiveOffer(
                        row.getArchive(),
                        row.getOfferedOn(),
                        ArchiveOffer.Answer.of(row.getArchiveAnswer()),
                        row.getAnsweredOn(),
                        Objects.requireNonNullElse(row.getArchiveReason(), ""));
    }
}
