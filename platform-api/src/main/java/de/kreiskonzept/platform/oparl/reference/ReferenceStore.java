package de.kreiskonzept.platform.oparl.reference;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE;
import static de.kreiskonzept.schema.workspace.Tables.OPARL_REFERENCE;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.oparl.reference.CouncilReference.Told;
import de.kreiskonzept.platform.oparl.reference.ReferenceFile.Found;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.OparlReference;
import de.kreiskonzept.schema.workspace.tables.records.OparlReferenceRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** All SQL of references, those that the county has and those of a file that wait. */
@Singleton
@InWorkspace
class ReferenceStore {
    private static final Condition TAKEN = OPARL_REFERENCE.STATE.eq("taken");

    /** A reference that the county has already, beside what a file says of the same object. */
    private static final OparlReference KNOWN = OPARL_REFERENCE.as("known");

    private static final Condition SAME =
            KNOWN.OPARL_ID.eq(OPARL_REFERENCE.OPARL_ID).and(KNOWN.STATE.eq("taken"));

    private final DSLContext dsl;

    ReferenceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Part of the references of the county, the latest day first. */
    @InWorkspace(readOnly = true)
    List<CouncilReference> list(long offset, int size) {
        return select(TAKEN)
                .orderBy(OPARL_REFERENCE.DAY.desc().nullsLast(), OPARL_REFERENCE.NAME, OPARL_REFERENCE.ID)
                .offset(offset)
                .limit(size)
                .fetch(ReferenceStore::reference);
    }

    /** How many references the county has. */
    @InWorkspace(readOnly = true)
    int count() {
        return dsl.fetchCount(OPARL_REFERENCE, TAKEN);
    }

    /** The objects of a file that waits, in their order; empty where there is none. */
    @InWorkspace(readOnly = true)
    List<CouncilReference> listOf(UUID upload) {
        return select(OPARL_REFERENCE.UPLOAD_ID.eq(upload))
                .orderBy(OPARL_REFERENCE.PLACE)
                .fetch(ReferenceStore::reference);
    }

    private SelectConditionStep<Record> select(Condition wanted) {
        return dsl.select(OPARL_REFERENCE.fields())
                .select(COMMITTEE.NAME.as("committee"))
                .from(OPARL_REFERENCE)
                .leftJoin(COMMITTEE)
                .on(COMMITTEE.ID.eq(OPARL_REFERENCE.COMMITTEE_ID))
                .where(wanted);
    }

    private static CouncilReference reference(Record found) {
        OparlReferenceRecord row = found.into(OPARL_REFERENCE);
        return new CouncilReference(
                row.getId(),
                row.getState(),
                row.getNote(),
                row.getPlace(),
                new Told(
                        row.getKind(),
                        row.getOparlId(),
                        row.getName(),
                        row.getNumber(),
                        row.getOrganisation(),
                        row.getLink()),
                row.getDay(),
                row.getCommitteeId(),
                found.get("committee", String.class),
                row.getVersion());
    }

    /** How many of the objects of a file the county has already. */
    @InWorkspace(readOnly = true)
    int countKnown(UUID upload) {
        return dsl.fetchCount(dsl.selectOne()
                .from(OPARL_REFERENCE)
                .join(KNOWN)
                .on(SAME)
                .where(OPARL_REFERENCE.UPLOAD_ID.eq(upload))
                .and(OPARL_REFERENCE.STATE.eq("preview")));
    }

    /** The committee that was matched last, by what the other system calls it. */
    @InWorkspace(readOnly = true)
    Map<String, UUID> matched() {
        var matched = new HashMap<String, UUID>();
        dsl.select(OPARL_REFERENCE.ORGANISATION, OPARL_REFERENCE.COMMITTEE_ID)
                .from(OPARL_REFERENCE)
                .where(TAKEN)
                .and(OPARL_REFERENCE.COMMITTEE_ID.isNotNull())
                .groupBy(OPARL_REFERENCE.ORGANISATION, OPARL_REFERENCE.COMMITTEE_ID)
                .orderBy(DSL.max(OPARL_REFERENCE.MODIFIED_AT))
                .forEach(row -> matched.put(row.value1(), row.value2()));
        return matched;
    }

    /** Keeps the objects of a file until they are taken over. */
    void keep(UUID upload, List<Found> objects, Instant now) {
        var rows = new ArrayList<OparlReferenceRecord>();
        for (Found found : objects) {
            var row = new OparlReferenceRecord();
            row.setId(Ids.create(now));
            row.setUploadId(upload);
            row.setPlace(rows.size() + 1);
            row.setState(state(found));
            row.setNote(found.note() == ReferenceNote.NONE ? "" : found.note().text());
            row.setKind(found.told().kind());
            row.setOparlId(found.told().address());
            row.setName(found.told().name());
            row.setNumber(found.told().number());
            row.setOrganisation(found.told().organisation());
            row.setLink(found.told().link());
            row.setDay(found.day());
            row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
            row.setModifiedAt(now.atOffset(ZoneOffset.UTC));
            row.setVersion(0L);
            rows.add(row);
        }
        dsl.batchInsert(rows).execute();
    }

    private static String state(Found found) {
        if (found.note().leavesOut()) {
            return "left_out";
        }
        return found.isGone() ? "gone" : "preview";
    }

    /** Deletes objects of files that nobody has taken over since this moment. */
    void deleteWaitingSince(Instant time) {
        dsl.deleteFrom(OPARL_REFERENCE)
                .where(OPARL_REFERENCE.UPLOAD_ID.isNotNull())
                .and(OPARL_REFERENCE.CREATED_AT.lt(time.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    /** Says which committees of the county the objects of a file belong to, by what the other system calls them. */
    void match(UUID upload, Map<String, UUID> committees) {
        var matches = new ArrayList<Query>();
        committees.forEach((organisation, committee) -> matches.add(dsl.update(OPARL_REFERENCE)
                .set(OPARL_REFERENCE.COMMITTEE_ID, committee)
                .where(OPARL_REFERENCE.UPLOAD_ID.eq(upload))
                .and(OPARL_REFERENCE.ORGANISATION.eq(organisation))));
        dsl.batch(matches).execute();
    }

    /** Makes references out of the objects of a file: known ones say the new, others come, those that are deleted there go. */
    void takeOver(UUID upload, Instant now) {
        var time = now.atOffset(ZoneOffset.UTC);
        Condition waiting = OPARL_REFERENCE.UPLOAD_ID.eq(upload);
        Condition preview = waiting.and(OPARL_REFERENCE.STATE.eq("preview"));
        dsl.update(KNOWN)
                .set(KNOWN.NAME, OPARL_REFERENCE.NAME)
                .set(KNOWN.NUMBER, OPARL_REFERENCE.NUMBER)
                .set(KNOWN.DAY, OPARL_REFERENCE.DAY)
                .set(KNOWN.ORGANISATION, OPARL_REFERENCE.ORGANISATION)
                .set(KNOWN.COMMITTEE_ID, OPARL_REFERENCE.COMMITTEE_ID)
                .set(KNOWN.LINK, OPARL_REFERENCE.LINK)
                .set(KNOWN.KIND, OPARL_REFERENCE.KIND)
                .set(KNOWN.MODIFIED_AT, time)
                .set(KNOWN.VERSION, KNOWN.VERSION.plus(1))
                .from(OPARL_REFERENCE)
                .where(SAME)
                .and(preview)
                .execute();
        dsl.deleteFrom(KNOWN)
                .where(KNOWN.STATE.eq("taken"))
                .and(KNOWN.OPARL_ID.in(DSL.select(OPARL_REFERENCE.OPARL_ID)
                        .from(OPARL_REFERENCE)
                        .where(waiting)
                        .and(OPARL_REFERENCE.STATE.eq("gone"))))
                .execute();
        dsl.update(OPARL_REFERENCE)
                .set(OPARL_REFERENCE.STATE, "taken")
                .setNull(OPARL_REFERENCE.UPLOAD_ID)
                .set(OPARL_REFERENCE.NOTE, "")
                .set(OPARL_REFERENCE.MODIFIED_AT, time)
                .where(preview)
                .andNotExists(DSL.selectOne().from(KNOWN).where(SAME))
                .execute();
        dsl.deleteFrom(OPARL_REFERENCE).where(waiting).execute();
    }

    /**
     * Deletes a reference.
     *
     * @throws Refusal 412 where it has changed in between or is gone
     */
    void delete(UUID id, long version) {
        int gone = dsl.deleteFrom(OPARL_REFERENCE)
                .where(OPARL_REFERENCE.ID.eq(id))
                .and(OPARL_REFERENCE.VERSION.eq(version))
                .and(TAKEN)
                .execute();
        Refusal.staleUnlessOne(gone);
    }
}
