package de.kreiskonzept.platform.concept.editor;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_EDITOR;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.platform.concept.editor.Editors.Candidate;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.schema.workspace.tables.records.ConceptEditorRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL on the assignment of parts of the concept to editors. */
@Singleton
final class EditorStore {
    private static final String COVERS = """
            WITH RECURSIVE above AS (
              SELECT id, parent_id FROM concept_section
              WHERE id = coalesce({1}::uuid, (SELECT section_id FROM concept_measure WHERE id = {2}::uuid))
              UNION ALL SELECT s.id, s.parent_id FROM concept_section s JOIN above a ON s.id = a.parent_id)
            SELECT 1 FROM concept_editor e
            WHERE e.account_id = {0} AND (e.measure_id = {2}::uuid OR e.section_id IN (SELECT id FROM above))
            LIMIT 1""";

    private final DSLContext dsl;
    private final Clock clock;

    EditorStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Whether the section, one above it, or the measure itself is assigned to the account. */
    boolean covers(UUID account, @Nullable UUID section, @Nullable UUID measure) {
        return dsl.fetchOptional(COVERS, DSL.val(account), DSL.val(section, UUID.class), DSL.val(measure, UUID.class))
                .isPresent();
    }

    boolean exists(Part part, UUID id) {
        return switch (part) {
            case SECTION ->
                dsl.fetchExists(CONCEPT_SECTION, CONCEPT_SECTION.ID.eq(id), CONCEPT_SECTION.DELETED_AT.isNull());
            case MEASURE ->
                dsl.fetchExists(CONCEPT_MEASURE, CONCEPT_MEASURE.ID.eq(id), CONCEPT_MEASURE.DELETED_AT.isNull());
        };
    }

    List<Candidate> list(Part part, UUID id) {
        var assigned = DSL.field(DSL.exists(DSL.selectOne()
                .from(CONCEPT_EDITOR)
                .where(CONCEPT_EDITOR.ACCOUNT_ID.eq(IDENTITY_ACCOUNT.ID))
                .and(column(part).eq(id))));
        return dsl.select(IDENTITY_ACCOUNT.ID, IDENTITY_ACCOUNT.NAME, assigned)
                .from(IDENTITY_ACCOUNT)
                .where(IDENTITY_ACCOUNT.ROLE.eq(Roles.EDITOR))
                .and(IDENTITY_ACCOUNT.STATE.ne("suspended"))
                .orderBy(IDENTITY_ACCOUNT.NAME, IDENTITY_ACCOUNT.ID)
                .fetch(row -> new Candidate(row.value1(), row.value2(), row.value3()));
    }

    void add(Part part, UUID id, List<UUID> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        var rows = accounts.stream().map(account -> {
            var row = CONCEPT_EDITOR.newRecord();
            row.setId(Ids.create(clock));
            row.setAccountId(account);
            row.set(column(part), id);
            row.setCreatedAt(now);
            row.setModifiedAt(now);
            row.setVersion(0L);
            return row;
        });
        dsl.insertInto(CONCEPT_EDITOR).set(rows.toList()).onConflictDoNothing().execute();
    }

    /** The number of assignments taken away. */
    int remove(Part part, UUID id, List<UUID> accounts) {
        return dsl.deleteFrom(CONCEPT_EDITOR)
                .where(CONCEPT_EDITOR.ACCOUNT_ID.in(accounts))
                .and(column(part).eq(id))
                .execute();
    }

    private static TableField<ConceptEditorRecord, UUID> column(Part part) {
        return switch (part) {
            case SECTION -> CONCEPT_EDITOR.SECTION_ID;
            case MEASURE -> CONCEPT_EDITOR.MEASURE_ID;
        };
    }
}
