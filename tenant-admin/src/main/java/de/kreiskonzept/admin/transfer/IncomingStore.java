package de.kreiskonzept.admin.transfer;

import static de.kreiskonzept.schema.registry.Tables.TRANSFER_IMPORT;

import de.kreiskonzept.admin.transfer.IncomingFile.Content;
import de.kreiskonzept.admin.transfer.IncomingFile.State;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.schema.registry.tables.records.TransferImportRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;

/** The table transfer_import. */
@Singleton
final class IncomingStore {
    private final DSLContext db;
    private final Clock clock;

    IncomingStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void create(IncomingFile file) {
        var content = file.content();
        db.insertInto(TRANSFER_IMPORT)
                .set(TRANSFER_IMPORT.ID, file.id())
                .set(TRANSFER_IMPORT.ACTOR_ID, file.sender().id())
                .set(TRANSFER_IMPORT.ACTOR, file.sender().name())
                .set(TRANSFER_IMPORT.FILE_AGS, content.ags())
                .set(TRANSFER_IMPORT.FILE_COUNTY, content.county())
                .set(TRANSFER_IMPORT.FILE_VERSION, content.schemaVersion())
                .set(TRANSFER_IMPORT.FILE_EXPORTED_AT, content.exportedAt())
                .set(TRANSFER_IMPORT.FILE_ROWS, content.rows())
                .set(TRANSFER_IMPORT.FILE_BYTES, file.bytes())
                .set(TRANSFER_IMPORT.STATE, file.state().text())
                .set(TRANSFER_IMPORT.AGS, file.ags())
                .set(TRANSFER_IMPORT.FILLED_ROWS, file.filledRows())
                .set(TRANSFER_IMPORT.FAILURE, file.failure())
                .set(TRANSFER_IMPORT.CREATED_AT, file.receivedAt())
                .set(TRANSFER_IMPORT.MODIFIED_AT, now())
                .set(TRANSFER_IMPORT.VERSION, 0L)
                .execute();
    }

    Optional<IncomingFile> find(UUID id) {
        return db.selectFrom(TRANSFER_IMPORT).where(TRANSFER_IMPORT.ID.eq(id)).fetchOptional(IncomingStore::file);
    }

    /** A part of all, the one that came last first. */
    List<IncomingFile> list(long offset, int size) {
        return db.selectFrom(TRANSFER_IMPORT)
                .orderBy(TRANSFER_IMPORT.CREATED_AT.desc(), TRANSFER_IMPORT.ID.desc())
                .offset(offset)
                .limit(size)
                .fetch(IncomingStore::file);
    }

    long count() {
        return db.fetchCount(TRANSFER_IMPORT);
    }

    Set<UUID> ids() {
        return db.select(TRANSFER_IMPORT.ID).from(TRANSFER_IMPORT).fetchSet(TRANSFER_IMPORT.ID);
    }

    /** Those of which a workspace is to be made, the first that was sent first. */
    List<IncomingFile> filling() {
        return db.selectFrom(TRANSFER_IMPORT)
                .where(TRANSFER_IMPORT.STATE.eq(State.FILLING.text()))
                .orderBy(TRANSFER_IMPORT.CREATED_AT, TRANSFER_IMPORT.ID)
                .fetch(IncomingStore::file);
    }

    /** Begins to make a workspace of a file; false where that was begun before. */
    boolean begin(UUID id, String ags) {
        return changed()
                        .set(TRANSFER_IMPORT.STATE, State.FILLING.text())
                        .set(TRANSFER_IMPORT.AGS, ags)
                        .where(TRANSFER_IMPORT.ID.eq(id), TRANSFER_IMPORT.STATE.eq(State.CHECKED.text()))
                        .execute()
                == 1;
    }

    /** Counts an attempt to make a workspace of a file; empty where none is to be made any more. */
    OptionalInt attempt(UUID id) {
        return changed()
                .set(TRANSFER_IMPORT.ATTEMPTS, TRANSFER_IMPORT.ATTEMPTS.plus(1))
                .where(TRANSFER_IMPORT.ID.eq(id), TRANSFER_IMPORT.STATE.eq(State.FILLING.text()))
                .returning(TRANSFER_IMPORT.ATTEMPTS)
                .fetchOptional(TRANSFER_IMPORT.ATTEMPTS)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Notes the schema that is being filled. */
    void begun(UUID id, String schema) {
        changed()
                .set(TRANSFER_IMPORT.SCHEMA_NAME, schema)
                .where(TRANSFER_IMPORT.ID.eq(id))
                .execute();
    }

    void fill(UUID id, long rows) {
        changed()
                .set(TRANSFER_IMPORT.FILLED_ROWS, rows)
                .where(TRANSFER_IMPORT.ID.eq(id))
                .execute();
    }

    void done(UUID id, UUID tenant) {
        changed()
                .set(TRANSFER_IMPORT.STATE, State.DONE.text())
                .set(TRANSFER_IMPORT.FILLED_ROWS, TRANSFER_IMPORT.FILE_ROWS)
                .set(TRANSFER_IMPORT.TENANT_ID, tenant)
                .where(TRANSFER_IMPORT.ID.eq(id))
                .execute();
    }

    void failed(UUID id, String failure) {
        changed()
                .set(TRANSFER_IMPORT.STATE, State.FAILED.text())
                .set(TRANSFER_IMPORT.FAILURE, failure)
                .where(TRANSFER_IMPORT.ID.eq(id))
                .execute();
    }

    /**
     * Notes that of a file nothing comes, to which nothing has happened since then.
     *
     * @return false where something has, or it is not being worked at
     */
    boolean lost(UUID id, OffsetDateTime moment, String failure) {
        return changed()
                        .set(TRANSFER_IMPORT.STATE, State.FAILED.text())
                        .set(TRANSFER_IMPORT.FAILURE, failure)
                        .where(
                                TRANSFER_IMPORT.ID.eq(id),
                                TRANSFER_IMPORT.STATE.eq(State.FILLING.text()),
                                TRANSFER_IMPORT.MODIFIED_AT.lt(moment))
                        .execute()
                == 1;
    }

    /** Forgets a file; false where a workspace is being made of it, or it is gone. */
    boolean delete(UUID id) {
        return db.deleteFrom(TRANSFER_IMPORT)
                        .where(TRANSFER_IMPORT.ID.eq(id), TRANSFER_IMPORT.STATE.ne(State.FILLING.text()))
                        .execute()
                == 1;
    }

    /** Files to which nothing has happened since then and nobody is at. */
    List<UUID> unchangedSince(OffsetDateTime moment) {
        return db.select(TRANSFER_IMPORT.ID)
                .from(TRANSFER_IMPORT)
                .where(isUnchangedSince(moment))
                .fetch(TRANSFER_IMPORT.ID);
    }

    /** Forgets one of them and gives its state; empty where something has happened to it since, or it is gone. */
    Optional<State> deleteUnchangedSince(OffsetDateTime moment, UUID id) {
        return db.deleteFrom(TRANSFER_IMPORT)
                .where(TRANSFER_IMPORT.ID.eq(id), isUnchangedSince(moment))
                .returning(TRANSFER_IMPORT.STATE)
                .fetchOptional(row -> State.of(row.getState()));
    }

    private static Condition isUnchangedSince(OffsetDateTime moment) {
        return TRANSFER_IMPORT.STATE.ne(State.FILLING.text()).and(TRANSFER_IMPORT.MODIFIED_AT.lt(moment));
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private UpdateSetMoreStep<TransferImportRecord> changed() {
        return db.update(TRANSFER_IMPORT)
                .set(TRANSFER_IMPORT.MODIFIED_AT, now())
                .set(TRANSFER_IMPORT.VERSION, TRANSFER_IMPORT.VERSION.plus(1));
    }

    private static IncomingFile file(TransferImportRecord row) {
        return new IncomingFile(
                row.getId(),
                new Actor(row.getActorId(), row.getActor()),
                new Content(
                        row.getFileAgs(),
                        row.getFileCounty(),
                        row.getFileVersion(),
                        row.getFileExportedAt(),
                        row.getFileRows()),
                row.getFileBytes(),
                State.of(row.getState()),
                row.getAgs(),
                row.getFilledRows(),
                row.getFailure(),
                row.getCreatedAt(),
                row.getTenantId());
    }
}
