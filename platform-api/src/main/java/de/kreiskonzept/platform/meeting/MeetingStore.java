package de.kreiskonzept.platform.meeting;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE;
import static de.kreiskonzept.schema.workspace.Tables.MEETING;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_ITEM;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_MINUTES;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_PARTICIPANT;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.platform.committee.CommitteeRows;
import de.kreiskonzept.platform.meeting.MeetingFilter.Span;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MeetingRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** All SQL of meetings. */
@Singleton
@InWorkspace(readOnly = true)
public class MeetingStore {
    private static final Field<Integer> ITEMS =
            DSL.field(DSL.selectCount().from(MEETING_ITEM).where(MEETING_ITEM.MEETING_ID.eq(MEETING.ID)));
    private static final Field<Boolean> ATTENDED = DSL.field(DSL.exists(DSL.selectOne()
            .from(MEETING_PARTICIPANT)
            .where(MEETING_PARTICIPANT.MEETING_ID.eq(MEETING.ID))
            .and(MEETING_PARTICIPANT.ATTENDANCE.eq("present"))));
    private static final Field<Boolean> APPROVED = DSL.field(DSL.exists(DSL.selectOne()
            .from(MEETING_MINUTES)
            .where(MEETING_MINUTES.MEETING_ID.eq(MEETING.ID))
            .and(MEETING_MINUTES.STATE.eq("approved"))));
    private static final Field<Boolean> IN_MINUTES = DSL.field(
            DSL.exists(DSL.selectOne().from(MEETING_MINUTES).where(MEETING_MINUTES.MEETING_ID.eq(MEETING.ID))));

    private final DSLContext dsl;

    MeetingStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A meeting with the committee it is of.
     *
     * @param items number of items on the agenda
     * @param attended whether somebody is noted as present
     * @param approved whether the minutes are approved
     * @param inMinutes whether there are minutes, approved or not
     */
    public record Listed(
            Meeting meeting, Committee committee, int items, boolean attended, boolean approved, boolean inMinutes) {
        /** What is known beside the meeting itself. */
        public Meeting.Facts facts(Instant now) {
            return new Meeting.Facts(now, items, attended, approved);
        }
    }

    /** Part of the meetings that the filter names: those to come with the next one first, others with the latest first. */
    public List<Listed> list(MeetingFilter filter, Instant now, long offset, int size) {
        return select().where(condition(filter, now))
                .orderBy(filter.span() == Span.KOMMEND ? MEETING.BEGINS.asc() : MEETING.BEGINS.desc(), MEETING.ID.asc())
                .offset(offset)
                .limit(size)
                .fetch(MeetingStore::listed);
    }

    /** Meetings of these committees that are neither over nor cancelled, the next one first. */
    public List<Listed> listComing(Collection<UUID> committees, Instant now, int most) {
        return select().where(MEETING.COMMITTEE_ID.in(committees))
                .and(MEETING.ENDS.ge(MeetingRows.time(now)))
                .and(MEETING.STATE.ne("cancelled"))
                .orderBy(MEETING.BEGINS, MEETING.ID)
                .limit(most)
                .fetch(MeetingStore::listed);
    }

    /** How many meetings the filter names. */
    public int count(MeetingFilter filter, Instant now) {
        return dsl.fetchCount(MEETING, condition(filter, now));
    }

    private static Condition condition(MeetingFilter filter, Instant now) {
        Condition when = switch (filter.span()) {
            case KOMMEND -> MEETING.ENDS.ge(MeetingRows.time(now));
            case VERGANGEN -> MEETING.ENDS.lt(MeetingRows.time(now));
            case ALLE -> DSL.noCondition();
        };
        return filter.committee() == null ? when : when.and(MEETING.COMMITTEE_ID.eq(filter.committee()));
    }

    /** The meeting with this id. */
    public Optional<Listed> find(UUID id) {
        return select().where(MEETING.ID.eq(id)).fetchOptional(MeetingStore::listed);
    }

    /** The next meeting of a committee that is only planned and begins after this moment. */
    public Optional<Meeting> findNext(UUID committee, Instant after) {
        return dsl.selectFrom(MEETING)
                .where(MEETING.COMMITTEE_ID.eq(committee))
                .and(MEETING.STATE.in("planned", "invited"))
                .and(MEETING.BEGINS.gt(MeetingRows.time(after)))
                .orderBy(MEETING.BEGINS, MEETING.ID)
                .limit(1)
                .fetchOptional(MeetingRows::meeting);
    }

    private org.jooq.SelectJoinStep<Record> select() {
        return dsl.select(MEETING.fields())
                .select(COMMITTEE.fields())
                .select(ITEMS.as("items"), ATTENDED.as("attended"), APPROVED.as("approved"), IN_MINUTES.as("minutes"))
                .from(MEETING)
                .join(COMMITTEE)
                .on(COMMITTEE.ID.eq(MEETING.COMMITTEE_ID));
    }

    private static Listed listed(Record row) {
        return new Listed(
                MeetingRows.meeting(row.into(MEETING)),
                CommitteeRows.committee(row.into(COMMITTEE)),
                row.get("items", Integer.class),
                row.get("attended", Boolean.class),
                row.get("approved", Boolean.class),
                row.get("minutes", Boolean.class));
    }

    /** The meeting with this id; nobody else changes it or its agenda until the transaction ends. */
    @InWorkspace(readOnly = false)
    public Optional<Meeting> lock(UUID id) {
        return dsl.selectFrom(MEETING).where(MEETING.ID.eq(id)).forUpdate().fetchOptional(MeetingRows::meeting);
    }

    @InWorkspace(readOnly = false)
    void insert(List<Meeting> meetings) {
        dsl.batchInsert(meetings.stream().map(MeetingRows::row).toList()).execute();
    }

    /**
     * Stores a changed meeting.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void update(Meeting meeting) {
        MeetingRecord row = MeetingRows.row(meeting);
        row.setVersion(meeting.version() + 1);
        Refusal.staleUnlessOne(dsl.update(MEETING)
                .set(row)
                .where(MEETING.ID.eq(meeting.id()))
                .and(MEETING.VERSION.eq(meeting.version()))
                .execute());
    }

    /** Notes that items came, went or moved. */
    @InWorkspace(readOnly = false)
    public void touchAgenda(UUID id, Instant now) {
        dsl.update(MEETING)
                .set(MEETING.AGENDA_VERSION, MEETING.AGENDA_VERSION.plus(1))
                .set(MEETING.MODIFIED_AT, MeetingRows.time(now))
                .where(MEETING.ID.eq(id))
                .execute();
    }

    /**
     * Deletes a meeting with its agenda.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(UUID id, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(MEETING)
                .where(MEETING.ID.eq(id))
                .and(MEETING.VERSION.eq(version))
                .execute());
    }
}
