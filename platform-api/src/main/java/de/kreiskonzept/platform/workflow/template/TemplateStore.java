package de.kreiskonzept.platform.workflow.template;

import static de.kreiskonzept.schema.workspace.Tables.WORKFLOW_TEMPLATE;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.WorkflowTemplateRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of the county's own process templates. */
@Singleton
@InWorkspace(readOnly = true)
class TemplateStore {
    private final DSLContext dsl;

    TemplateStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All of them by title. */
    List<OwnTemplate> list() {
        return dsl.selectFrom(WORKFLOW_TEMPLATE)
                .orderBy(WORKFLOW_TEMPLATE.TITLE, WORKFLOW_TEMPLATE.ID)
                .fetch(TemplateStore::template);
    }

    /** The one with this id; empty where there is none. */
    Optional<OwnTemplate> find(UUID id) {
        return dsl.selectFrom(WORKFLOW_TEMPLATE)
                .where(WORKFLOW_TEMPLATE.ID.eq(id))
                .fetchOptional(TemplateStore::template);
    }

    @InWorkspace(readOnly = false)
    void insert(OwnTemplate template, Instant now) {
        var time = now.atOffset(ZoneOffset.UTC);
        dsl.insertInto(WORKFLOW_TEMPLATE)
                .set(new WorkflowTemplateRecord(template.id(), template.title(), template.content(), time, time, 0L))
                .execute();
    }

    /**
     * Stores another title and text.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(OwnTemplate template, Instant now) {
        Refusal.staleUnlessOne(dsl.update(WORKFLOW_TEMPLATE)
                .set(WORKFLOW_TEMPLATE.TITLE, template.title())
                .set(WORKFLOW_TEMPLATE.CONTENT, template.content())
                .set(WORKFLOW_TEMPLATE.MODIFIED_AT, now.atOffset(ZoneOffset.UTC))
                .set(WORKFLOW_TEMPLATE.VERSION, template.version() + 1)
                .where(WORKFLOW_TEMPLATE.ID.eq(template.id()))
                .and(WORKFLOW_TEMPLATE.VERSION.eq(template.version()))
                .execute());
    }

    /**
     * Deletes it; processes that began with it stay as they are.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(UUID id, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(WORKFLOW_TEMPLATE)
                .where(WORKFLOW_TEMPLATE.ID.eq(id))
                .and(WORKFLOW_TEMPLATE.VERSION.eq(version))
                .execute());
    }

    private static OwnTemplate template(WorkflowTemplateRecord row) {
        return new OwnTemplate(row.getId(), row.getTitle(), row.getContent(), row.getVersion());
    }
}
