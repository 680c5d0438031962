package de.kreiskonzept.platform.resolution.chain;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_CONSULTATION;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ResolutionConsultationRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes the turns of papers, and which committee decides on the concept. */
@Singleton
@InWorkspace
class ConsultationStore {
    private final DSLContext dsl;

    ConsultationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Stores a new turn at this place. */
    public void insert(UUID paper, int position, Consultation one, Instant now) {
        var row = row(one, now);
        row.setId(one.id());
        row.setPaperId(paper);
        row.setPosition(position);
        row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
        row.setVersion(0L);
        dsl.insertInto(RESOLUTION_CONSULTATION).set(row).execute();
    }

    /**
     * Stores a changed turn.
     *
     * @throws Refusal 412 where it has changed in between
     */
    public void update(Consultation one, long version, Instant now) {
        var row = row(one, now);
        row.setVersion(version + 1);
        Refusal.staleUnlessOne(dsl.update(RESOLUTION_CONSULTATION)
                .set(row)
                .where(RESOLUTION_CONSULTATION.ID.eq(one.id()))
                .and(RESOLUTION_CONSULTATION.VERSION.eq(version))
                .execute());
    }

    private static ResolutionConsultationRecord row(Consultation one, Instant now) {
        var row = new ResolutionConsultationRecord();
        row.setCommitteeId(one.committeeId());
        row.setRole(one.role().text());
        row.setPublicity(one.publicity().text());
        row.setDay(one.day());
        row.setItem(one.item());
        row.setResult(one.result().text());
        row.setAuthoritative(one.authoritative());
        row.setModifiedAt(now.atOffset(ZoneOffset.UTC));
        return row;
    }

    /** Says under which item of an agenda a turn is; null for none. */
    public void place(UUID turn, @Nullable UUID item) {
        dsl.update(RESOLUTION_CONSULTATION)
                .set(RESOLUTION_CONSULTATION.MEETING_ITEM_ID, item)
                .where(RESOLUTION_CONSULTATION.ID.eq(turn))
                .execute();
    }

    /** Puts the turns of a paper into this order. */
    public void order(List<UUID> turns) {
        for (int i = 0; i < turns.size(); i++) {
            dsl.update(RESOLUTION_CONSULTATION)
                    .set(RESOLUTION_CONSULTATION.POSITION, i)
                    .where(RESOLUTION_CONSULTATION.ID.eq(turns.get(i)))
                    .execute();
        }
    }

    /**
     * Deletes a turn.
     *
     * @throws Refusal 412 where it has changed in between
     */
    public void delete(UUID turn, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(RESOLUTION_CONSULTATION)
                .where(RESOLUTION_CONSULTATION.ID.eq(turn))
                .and(RESOLUTION_CONSULTATION.VERSION.eq(version))
                .execute());
    }

    /** The committee that decides on the concept; empty where none is named. */
    @InWorkspace(readOnly = true)
    public Optional<UUID> findDeciding() {
        return dsl.select(CONCEPT.DECIDED_BY)
                .from(CONCEPT)
                .where(CONCEPT.DECIDED_BY.isNotNull())
                .limit(1)
                .fetchOptional(CONCEPT.DECIDED_BY);
    }

    /** Names the committee that decides on the concept; says whether there is a concept. */
    public boolean decide(UUID committee) {
        return dsl.update(CONCEPT).set(CONCEPT.DECIDED_BY, committee).execute() > 0;
    }
}
