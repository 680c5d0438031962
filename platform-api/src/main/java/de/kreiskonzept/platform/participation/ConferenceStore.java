package de.kreiskonzept.platform.participation;

import static de.kreiskonzept.schema.workspace.Tables.PARTICIPATION_CONFERENCE;
import static de.kreiskonzept.schema.workspace.Tables.PARTICIPATION_SUGGESTION;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.participation.Conference;
import de.kreiskonzept.model.participation.Decision;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ParticipationConferenceRecord;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL of conferences. */
@Singleton
@InWorkspace(readOnly = true)
public class ConferenceStore {
    private final DSLContext dsl;

    ConferenceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A conference in a list.
     *
     * @param open suggestions without an answer
     */
    public record Line(Conference conference, int suggestions, int open) {}

    /** All conferences, the latest first. */
    List<Line> list() {
        var all = DSL.count(PARTICIPATION_SUGGESTION.ID);
        var open = DSL.count().filterWhere(PARTICIPATION_SUGGESTION.DECISION.eq(Decision.OPEN.text()));
        return dsl.select(PARTICIPATION_CONFERENCE.fields())
                .select(all, open)
                .from(PARTICIPATION_CONFERENCE)
                .leftJoin(PARTICIPATION_SUGGESTION)
                .on(PARTICIPATION_SUGGESTION.CONFERENCE_ID.eq(PARTICIPATION_CONFERENCE.ID))
                .groupBy(PARTICIPATION_CONFERENCE.ID)
                .orderBy(PARTICIPATION_CONFERENCE.DAY.desc(), PARTICIPATION_CONFERENCE.ID)
                .fetch(row -> new Line(conference(row.into(PARTICIPATION_CONFERENCE)), row.get(all), row.get(open)));
    }

    /** The conference with this id; empty where there is none. */
    Optional<Conference> find(UUID id) {
        return dsl.selectFrom(PARTICIPATION_CONFERENCE)
                .where(PARTICIPATION_CONFERENCE.ID.eq(id))
                .fetchOptional(ConferenceStore::conference);
    }

    @InWorkspace(readOnly = false)
    void insert(Conference conference) {
        dsl.insertInto(PARTICIPATION_CONFERENCE).set(row(conference)).execute();
    }

    /**
     * Stores a changed conference.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(Conference conference) {
        ParticipationConferenceRecord row = row(conference);
        row.setVersion(conference.version() + 1);
        Refusal.staleUnlessOne(dsl.update(PARTICIPATION_CONFERENCE)
                .set(row)
                .where(PARTICIPATION_CONFERENCE.ID.eq(conference.id()))
                .and(PARTICIPATION_CONFERENCE.VERSION.eq(conference.version()))
                .execute());
    }

    /**
     * Deletes a conference with its suggestions.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(UUID id, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(PARTICIPATION_CONFERENCE)
                .where(PARTICIPATION_CONFERENCE.ID.eq(id))
                .and(PARTICIPATION_CONFERENCE.VERSION.eq(version))
                .execute());
    }

    private static ParticipationConferenceRecord row(Conference conference) {
        return new ParticipationConferenceRecord(
                conference.id(),
                conference.name(),
                conference.day(),
                conference.place(),
                conference.note(),
                conference.participants(),
                conference.createdAt().atOffset(ZoneOffset.UTC),
                conference.modifiedAt().atOffset(ZoneOffset.UTC),
                conference.version());
    }

    private static Conference conference(ParticipationConferenceRecord row) {
        return new Conference(
                row.getId(),
                row.getName(),
                row.getDay(),
                row.getPlace(),
                row.getNote(),
                row.getParticipants(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }
}
