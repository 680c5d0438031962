package de.kreiskonzept.platform.meeting.agenda;

import static de.kreiskonzept.schema.workspace.Tables.MEETING_TEMPLATE;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.AgendaTemplate;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MeetingTemplateRecord;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of agenda templates. */
@Singleton
@InWorkspace(readOnly = true)
class TemplateStore {
    private final DSLContext dsl;

    TemplateStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The templates of a committee by their names. */
    List<AgendaTemplate> list(UUID committee) {
        return dsl.selectFrom(MEETING_TEMPLATE)
                .where(MEETING_TEMPLATE.COMMITTEE_ID.eq(committee))
                .orderBy(MEETING_TEMPLATE.NAME)
                .fetch(TemplateStore::template);
    }

    /** The template of this committee with this id. */
    Optional<AgendaTemplate> find(UUID committee, UUID id) {
        return dsl.selectFrom(MEETING_TEMPLATE)
                .where(MEETING_TEMPLATE.ID.eq(id))
                .and(MEETING_TEMPLATE.COMMITTEE_ID.eq(committee))
                .fetchOptional(TemplateStore::template);
    }

    @InWorkspace(readOnly = false)
    void insert(AgendaTemplate template) {
        dsl.insertInto(MEETING_TEMPLATE).set(row(template)).execute();
    }

    /**
     * Stores a changed template.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(AgendaTemplate template) {
        MeetingTemplateRecord row = row(template);
        row.setVersion(template.version() + 1);
        Refusal.staleUnlessOne(dsl.update(MEETING_TEMPLATE)
                .set(row)
                .where(MEETING_TEMPLATE.ID.eq(template.id()))
                .and(MEETING_TEMPLATE.VERSION.eq(template.version()))
                .execute());
    }

    /**
     * Deletes a template.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(UUID id, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(MEETING_TEMPLATE)
                .where(MEETING_TEMPLATE.ID.eq(id))
                .and(MEETING_TEMPLATE.VERSION.eq(version))
                .execute());
    }

    private static MeetingTemplateRecord row(AgendaTemplate template) {
        return new MeetingTemplateRecord(
                template.id(),
                template.committeeId(),
                template.name(),
                template.items(),
                template.createdAt().atOffset(ZoneOffset.UTC),
                template.modifiedAt().atOffset(ZoneOffset.UTC),
                template.version());
    }

    private static AgendaTemplate template(MeetingTemplateRecord row) {
        return new AgendaTemplate(
                row.getId(),
                row.getCommitteeId(),
                row.getName(),
                row.getItems(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }
}
