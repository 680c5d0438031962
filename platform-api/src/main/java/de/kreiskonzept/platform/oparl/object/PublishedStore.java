package de.kreiskonzept.platform.oparl.object;

import static de.kreiskonzept.schema.workspace.Tables.OPARL_OBJECT;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.OparlObjectRecord;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL of published objects. */
@Singleton
@InWorkspace(readOnly = true)
public class PublishedStore {
    private final DSLContext dsl;

    PublishedStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Part of a list.
     *
     * @param contents objects as JSON, in an order that stays
     * @param total number of objects that the filter lets through
     */
    public record Part(List<String> contents, long total) {}

    /** The objects of a type that the filter lets through. */
    public Part list(OparlType type, ObjectFilter filter) {
        Condition wanted = OPARL_OBJECT.KIND.eq(type.text()).and(condition(filter));
        List<String> contents = dsl.select(OPARL_OBJECT.CONTENT)
                .from(OPARL_OBJECT)
                .where(wanted)
                .orderBy(OPARL_OBJECT.CREATED_AT, OPARL_OBJECT.ID)
                .offset((filter.page() - 1L) * filter.size())
                .limit(filter.size())
                .fetch(OPARL_OBJECT.CONTENT);
        return new Part(contents, dsl.fetchCount(OPARL_OBJECT, wanted));
    }

    private static Condition condition(ObjectFilter filter) {
        Condition created = DSL.and(
                filter.since("created").map(OPARL_OBJECT.CREATED_AT::ge).orElse(DSL.noCondition()),
                filter.until("created").map(OPARL_OBJECT.CREATED_AT::le).orElse(DSL.noCondition()));
        Condition modified = DSL.and(
                filter.since("modified").map(OPARL_OBJECT.MODIFIED_AT::ge).orElse(DSL.noCondition()),
                filter.until("modified").map(OPARL_OBJECT.MODIFIED_AT::le).orElse(DSL.noCondition()));
        return DSL.and(created, modified, filter.wantsDeleted() ? DSL.noCondition() : OPARL_OBJECT.DELETED.isFalse());
    }

    /** The object of this type with this id, deleted or not. */
    public Optional<PublishedObject> find(OparlType type, UUID id) {
        return dsl.selectFrom(OPARL_OBJECT)
                .where(OPARL_OBJECT.ID.eq(id))
                .and(OPARL_OBJECT.KIND.eq(type.text()))
                .fetchOptional(PublishedStore::entry);
    }

    /** Everything that is or was published, by id. */
    Map<UUID, PublishedObject> all() {
        return dsl.selectFrom(OPARL_OBJECT).fetchMap(OPARL_OBJECT.ID, row -> entry(row.into(OPARL_OBJECT)));
    }

    private static PublishedObject entry(OparlObjectRecord row) {
        return new PublishedObject(
                row.getId(),
                OparlType.find(row.getKind()).orElseThrow(),
                row.getContent(),
                row.getDigest(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant());
    }

    /** Stores objects that are new or say something else. */
    @InWorkspace(readOnly = false)
    void put(List<PublishedObject> entries) {
        dsl.batch(entries.stream()
                        .map(entry -> dsl.insertInto(OPARL_OBJECT)
                                .set(row(entry))
                                .onConflict(OPARL_OBJECT.ID)
                                .doUpdate()
                                .set(OPARL_OBJECT.CONTENT, entry.content())
                                .set(OPARL_OBJECT.DIGEST, entry.digest())
                                .set(OPARL_OBJECT.DELETED, entry.isDeleted())
                                .set(
                                        OPARL_OBJECT.MODIFIED_AT,
                                        entry.modifiedAt().atOffset(ZoneOffset.UTC))
                                .set(OPARL_OBJECT.VERSION, OPARL_OBJECT.VERSION.plus(1)))
                        .toList())
                .execute();
    }

    private static OparlObjectRecord row(PublishedObject entry) {
        return new OparlObjectRecord(
                entry.id(),
                entry.type().text(),
                entry.content(),
                entry.digest(),
                entry.isDeleted(),
                entry.createdAt().atOffset(ZoneOffset.UTC),
                entry.modifiedAt().atOffset(ZoneOffset.UTC),
                0L);
    }
}
