package de.kreiskonzept.platform.importing;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_VERSION;
import static de.kreiskonzept.schema.workspace.Tables.IMPORTING_TAKEN;
import static de.kreiskonzept.schema.workspace.Tables.IMPORTING_UPLOAD;

import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.importing.file.Source;
import de.kreiskonzept.platform.monitoring.evidence.UploadSpace;
import de.kreiskonzept.schema.workspace.tables.records.ImportingUploadRecord;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The texts brought in. */
@Singleton
final class UploadStore {
    private static final int LATEST = 20;
    private static final Source NO_CONTENT = new Source(Source.Form.TEXT, "");

    private static final Condition TOUCHED = IMPORTING_UPLOAD
            .BEGAN
            .isTrue()
            .or(DSL.exists(
                    DSL.selectOne().from(IMPORTING_TAKEN).where(IMPORTING_TAKEN.UPLOAD_ID.eq(IMPORTING_UPLOAD.ID))));

    private final DSLContext dsl;
    private final UploadSpace space;

    UploadStore(DSLContext dsl, UploadSpace space) {
        this.dsl = dsl;
        this.space = space;
    }

    /** @throws Refusal 409 where the county's space does not hold it */
    void insert(Upload upload) {
        space.require(upload.source().content().getBytes(StandardCharsets.UTF_8).length);
        var row = dsl.newRecord(IMPORTING_UPLOAD);
        row.setId(upload.id());
        row.setAccountId(upload.accountId());
        row.setFileName(upload.fileName());
        row.setContent(upload.source().content());
        row.setForm(upload.source().form().name().toLowerCase(Locale.ROOT));
        row.setMapping(upload.mapping());
        row.setChecksum(checksum(upload.source().content(), upload.mapping()));
        row.setState("preview");
        row.setCreatedAt(upload.createdAt().atOffset(ZoneOffset.UTC));
        row.setModifiedAt(upload.createdAt().atOffset(ZoneOffset.UTC));
        row.setVersion(0L);
        row.insert();
    }

    Optional<Upload> find(UUID id) {
        return dsl.selectFrom(IMPORTING_UPLOAD)
                .where(IMPORTING_UPLOAD.ID.eq(id))
                .fetchOptional(UploadStore::upload);
    }

    /** Locks all uploads until the transaction ends; whoever wants the same waits. */
    void lockAll() {
        dsl.select(IMPORTING_UPLOAD.ID)
                .from(IMPORTING_UPLOAD)
                .orderBy(IMPORTING_UPLOAD.ID)
                .forUpdate()
                .execute();
    }

    /** Deletes the texts from before that time that nobody has taken over. */
    void deleteWaitingSince(Instant time) {
        dsl.deleteFrom(IMPORTING_UPLOAD)
                .where(IMPORTING_UPLOAD.STATE.eq("preview"))
                .and(IMPORTING_UPLOAD.CREATED_AT.lt(time.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    /** A draft that holds the same text already. */
    Optional<UUID> findDraftWith(Upload upload) {
        return dsl.select(IMPORTING_UPLOAD.VERSION_ID)
                .from(IMPORTING_UPLOAD)
                .join(CONCEPT_VERSION)
                .on(CONCEPT_VERSION.ID.eq(IMPORTING_UPLOAD.VERSION_ID))
                .where(IMPORTING_UPLOAD.CHECKSUM.eq(checksum(upload.source().content(), upload.mapping())))
                .and(CONCEPT_VERSION.FROZEN.isFalse())
                .orderBy(CONCEPT_VERSION.CREATED_AT.desc(), IMPORTING_UPLOAD.ID)
                .limit(1)
                .fetchOptional(IMPORTING_UPLOAD.VERSION_ID);
    }

    /** The latest uploads, without their content. */
    List<Upload> list() {
        return dsl.select(
                        IMPORTING_UPLOAD.ID,
                        IMPORTING_UPLOAD.ACCOUNT_ID,
                        IMPORTING_UPLOAD.FILE_NAME,
                        IMPORTING_UPLOAD.VERSION_ID,
                        IMPORTING_UPLOAD.CREATED_AT)
                .from(IMPORTING_UPLOAD)
                .orderBy(IMPORTING_UPLOAD.CREATED_AT.desc(), IMPORTING_UPLOAD.ID)
                .limit(LATEST)
                .fetch(row -> new Upload(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        NO_CONTENT,
                        "",
                        row.value4(),
                        row.value5().toInstant()));
    }

    /** @param began whether the version was begun by it; once it was, it stays so */
    void takenOver(UUID id, UUID versionId, boolean began, Instant now) {
        dsl.update(IMPORTING_UPLOAD)
                .set(IMPORTING_UPLOAD.STATE, "taken_over")
                .set(IMPORTING_UPLOAD.VERSION_ID, versionId)
                .set(IMPORTING_UPLOAD.BEGAN, began)
                .set(IMPORTING_UPLOAD.MODIFIED_AT, now.atOffset(ZoneOffset.UTC))
                .set(IMPORTING_UPLOAD.VERSION, IMPORTING_UPLOAD.VERSION.plus(1))
                .where(IMPORTING_UPLOAD.ID.eq(id))
                .execute();
    }

    /**
     * What came of an upload.
     *
     * @param began whether the version was begun by it
     * @param at when it was taken over
     */
    record Taken(UUID versionId, boolean began, Instant at) {}

    /** What came of an upload that can be taken back; empty where it was not taken over or has changed nothing. */
    Optional<Taken> findTaken(UUID id) {
        return dsl.select(IMPORTING_UPLOAD.VERSION_ID, IMPORTING_UPLOAD.BEGAN, IMPORTING_UPLOAD.MODIFIED_AT)
                .from(IMPORTING_UPLOAD)
                .where(IMPORTING_UPLOAD.ID.eq(id))
                .and(IMPORTING_UPLOAD.VERSION_ID.isNotNull())
                .and(TOUCHED)
                .fetchOptional(row ->
                        new Taken(row.value1(), row.value2(), row.value3().toInstant()));
    }

    /** The uploads whose take-over can be taken back, as far as the version is neither frozen nor deleted. */
    Set<UUID> undoable() {
        return dsl.select(IMPORTING_UPLOAD.ID)
                .from(IMPORTING_UPLOAD)
                .join(CONCEPT_VERSION)
                .on(CONCEPT_VERSION.ID.eq(IMPORTING_UPLOAD.VERSION_ID))
                .where(CONCEPT_VERSION.FROZEN.isFalse())
                .and(CONCEPT_VERSION.DELETED_AT.isNull())
                .and(TOUCHED)
                .fetchSet(IMPORTING_UPLOAD.ID);
    }

    /** Lets an upload wait again as if nobody had taken it over. */
    void takenBack(UUID id, Instant now) {
        dsl.update(IMPORTING_UPLOAD)
                .set(IMPORTING_UPLOAD.STATE, "preview")
                .setNull(IMPORTING_UPLOAD.VERSION_ID)
                .set(IMPORTING_UPLOAD.BEGAN, false)
                .set(IMPORTING_UPLOAD.MODIFIED_AT, now.atOffset(ZoneOffset.UTC))
                .set(IMPORTING_UPLOAD.VERSION, IMPORTING_UPLOAD.VERSION.plus(1))
                .where(IMPORTING_UPLOAD.ID.eq(id))
                .execute();
    }

    /** Gives the columns of an upload that nobody has taken over another meaning. */
    void map(UUID id, String content, String mapping, Instant now) {
        dsl.update(IMPORTING_UPLOAD)
                .set(IMPORTING_UPLOAD.MAPPING, mapping)
                .set(IMPORTING_UPLOAD.CHECKSUM, checksum(content, mapping))
                .set(IMPORTING_UPLOAD.MODIFIED_AT, now.atOffset(ZoneOffset.UTC))
                .set(IMPORTING_UPLOAD.VERSION, IMPORTING_UPLOAD.VERSION.plus(1))
                .where(IMPORTING_UPLOAD.ID.eq(id))
                .execute();
    }

    private static Upload upload(ImportingUploadRecord row) {
        return new Upload(
                row.getId(),
                row.getAccountId(),
                row.getFileName(),
                new Source(Source.Form.valueOf(row.getForm().toUpperCase(Locale.ROOT)), row.getContent()),
                row.getMapping(),
                row.getVersionId(),
                row.getCreatedAt().toInstant());
    }

    private static byte[] checksum(String content, String mapping) {
        return Sha256.of(mapping.isEmpty() ? content : mapping + "\0" + content);
    }
}
