package de.kreiskonzept.foundation.audit;

import static de.kreiskonzept.schema.registry.Tables.AUDIT_ENTRY;
import static de.kreiskonzept.schema.registry.Tables.AUDIT_HEAD;

import de.kreiskonzept.foundation.audit.Verification.Broken;
import de.kreiskonzept.foundation.audit.Verification.Intact;
import de.kreiskonzept.schema.registry.tables.records.AuditEntryRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.DSLContext;

/** The tables audit_entry and audit_head of registry or workspace, whichever the search path names. */
@Singleton
final class AuditStore {
    private static final int HEAD = 1;
    private static final int FETCHED_AT_ONCE = 1000;

    private final DSLContext db;
    private final Clock clock;

    AuditStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The end of the chain, locked until the transaction ends. */
    End lockEnd() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.insertInto(AUDIT_HEAD)
                .set(AUDIT_HEAD.ID, HEAD)
                .set(AUDIT_HEAD.POSITION, 0L)
                .set(AUDIT_HEAD.HASH, AuditEntry.beforeTheFirst())
                .set(AUDIT_HEAD.CREATED_AT, now)
                .set(AUDIT_HEAD.MODIFIED_AT, now)
                .set(AUDIT_HEAD.VERSION, 1L)
                .onConflictDoNothing()
                .execute();
        return db.select(AUDIT_HEAD.POSITION, AUDIT_HEAD.HASH)
                .from(AUDIT_HEAD)
                .where(AUDIT_HEAD.ID.eq(HEAD))
                .forUpdate()
                .fetchSingle(row -> new End(row.value1(), row.value2()));
    }

    void append(AuditEntry entry, byte[] previousHash) {
        var hash = entry.hash(previousHash);
        var happenedAt = entry.happenedAt().atOffset(ZoneOffset.UTC);
        db.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.POSITION, entry.position())
                .set(AUDIT_ENTRY.HAPPENED_AT, happenedAt)
                .set(AUDIT_ENTRY.ACTOR_ID, entry.actor().id())
                .set(AUDIT_ENTRY.ACTOR_NAME, entry.actor().name())
                .set(AUDIT_ENTRY.ACTION, entry.action())
                .set(AUDIT_ENTRY.SUBJECT, entry.subject())
                .set(AUDIT_ENTRY.DETAIL, entry.detail())
                .set(AUDIT_ENTRY.PREVIOUS_HASH, previousHash)
                .set(AUDIT_ENTRY.HASH, hash)
                .set(AUDIT_ENTRY.CREATED_AT, happenedAt)
                .set(AUDIT_ENTRY.MODIFIED_AT, happenedAt)
                .set(AUDIT_ENTRY.VERSION, 1L)
                .execute();
        db.update(AUDIT_HEAD)
                .set(AUDIT_HEAD.POSITION, entry.position())
                .set(AUDIT_HEAD.HASH, hash)
                .set(AUDIT_HEAD.MODIFIED_AT, happenedAt)
                .set(AUDIT_HEAD.VERSION, AUDIT_HEAD.VERSION.plus(1))
                .where(AUDIT_HEAD.ID.eq(HEAD))
                .execute();
    }

    Verification verify() {
        var head = db.select(AUDIT_HEAD.POSITION, AUDIT_HEAD.HASH)
                .from(AUDIT_HEAD)
                .where(AUDIT_HEAD.ID.eq(HEAD))
                .fetchOne(row -> new End(row.value1(), row.value2()));
        var expected = head == null ? new End(0, AuditEntry.beforeTheFirst()) : head;
        var reached = new End(0, AuditEntry.beforeTheFirst());
        try (var rows = db.selectFrom(AUDIT_ENTRY)
                .orderBy(AUDIT_ENTRY.POSITION)
                .fetchSize(FETCHED_AT_ONCE)
                .fetchLazy()) {
            for (var row : rows) {
                if (!follows(row, reached)) {
                    return new Broken(reached.position() + 1);
                }
                reached = new End(row.getPosition(), row.getHash());
            }
        }
        return reached.position() == expected.position() && Arrays.equals(reached.hash(), expected.hash())
                ? new Intact(reached.position())
                : new Broken(reached.position() + 1);
    }

    private static boolean follows(AuditEntryRecord row, End reached) {
        return row.getPosition() == reached.position() + 1
                && Arrays.equals(row.getPreviousHash(), reached.hash())
                && actor(row)
                        .map(actor -> entry(row, actor).hash(reached.hash()))
                        .filter(hash -> Arrays.equals(hash, row.getHash()))
                        .isPresent();
    }

    /** Who acted; empty where the row holds what nobody could have written. */
    private static Optional<Actor> actor(AuditEntryRecord row) {
        try {
            return Optional.of(new Actor(row.getActorId(), row.getActorName()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static AuditEntry entry(AuditEntryRecord row, Actor actor) {
        return new AuditEntry(
                row.getPosition(),
                row.getHappenedAt().toInstant(),
                actor,
                row.getAction(),
                row.getSubject(),
                row.getDetail());
    }

    /**
     * The end of a chain.
     *
     * @param position of the last entry, 0 before the first
     */
    @SuppressWarnings("ArrayRecordComponent")
    record End(long position, byte[] hash) {}
}
