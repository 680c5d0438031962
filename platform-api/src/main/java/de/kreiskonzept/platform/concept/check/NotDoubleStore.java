package de.kreiskonzept.platform.concept.check;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_NOT_DOUBLE;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL on doubles that are none. */
@Singleton
@InWorkspace(readOnly = true)
class NotDoubleStore {
    private final DSLContext dsl;

    NotDoubleStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Everything that was said in a version, also where the words are others now. */
    public List<NotDouble> list(UUID version) {
        return dsl.selectFrom(CONCEPT_NOT_DOUBLE)
                .where(CONCEPT_NOT_DOUBLE.VERSION_ID.eq(version))
                .fetch(row -> new NotDouble(
                        row.getNodeId(),
                        row.getFirstId(),
                        row.getWords(),
                        row.getSaidAt().toInstant(),
                        row.getAccountId(),
                        row.getAccountName()));
    }

    /** Keeps what was said, in place of what was said about the same two before. */
    @InWorkspace(readOnly = false)
    public void put(UUID version, NotDouble said) {
        OffsetDateTime now = said.saidAt().atOffset(ZoneOffset.UTC);
        var row = CONCEPT_NOT_DOUBLE.newRecord();
        row.setNodeId(said.node());
        row.setFirstId(said.first());
        row.setVersionId(version);
        row.setWords(said.words());
        row.setSaidAt(now);
        row.setAccountId(said.accountId());
        row.setAccountName(said.accountName());
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(0L);
        dsl.insertInto(CONCEPT_NOT_DOUBLE)
                .set(row)
                .onConflict(CONCEPT_NOT_DOUBLE.NODE_ID, CONCEPT_NOT_DOUBLE.FIRST_ID)
                .doUpdate()
                .set(CONCEPT_NOT_DOUBLE.WORDS, said.words())
                .set(CONCEPT_NOT_DOUBLE.SAID_AT, now)
                .set(CONCEPT_NOT_DOUBLE.ACCOUNT_ID, said.accountId())
                .set(CONCEPT_NOT_DOUBLE.ACCOUNT_NAME, said.accountName())
                .set(CONCEPT_NOT_DOUBLE.MODIFIED_AT, now)
                .set(CONCEPT_NOT_DOUBLE.VERSION, CONCEPT_NOT_DOUBLE.VERSION.plus(1))
                .execute();
    }

    /** Forgets what was said about two. */
    @InWorkspace(readOnly = false)
    public void delete(UUID node, UUID first) {
        dsl.deleteFrom(CONCEPT_NOT_DOUBLE)
                .where(CONCEPT_NOT_DOUBLE.NODE_ID.eq(node))
                .and(CONCEPT_NOT_DOUBLE.FIRST_ID.eq(first))
                .execute();
    }
}
