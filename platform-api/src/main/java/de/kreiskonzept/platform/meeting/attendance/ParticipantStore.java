package de.kreiskonzept.platform.meeting.attendance;

import static de.kreiskonzept.schema.workspace.Tables.MEETING;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_PARTICIPANT;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.Answer;
import de.kreiskonzept.model.meeting.Attendance;
import de.kreiskonzept.model.meeting.Participant;
import de.kreiskonzept.model.meeting.Participant.Guest;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MeetingParticipantRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL of participants. */
@Singleton
@InWorkspace(readOnly = true)
public class ParticipantStore {
    private final DSLContext dsl;

    ParticipantStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The participants of a meeting that anything is known of. */
    public List<Participant> list(UUID meeting) {
        return dsl.selectFrom(MEETING_PARTICIPANT)
                .where(MEETING_PARTICIPANT.MEETING_ID.eq(meeting))
                .orderBy(MEETING_PARTICIPANT.GUEST_NAME, MEETING_PARTICIPANT.ID)
                .fetch(ParticipantStore::participant);
    }

    /** Stores new participants. */
    @InWorkspace(readOnly = false)
    public void insert(List<Participant> participants) {
        dsl.batchInsert(participants.stream().map(ParticipantStore::row).toList())
                .execute();
    }

    /**
     * Stores changed participants.
     *
     * @throws Refusal 412 where one of them has changed in between
     */
    @InWorkspace(readOnly = false)
    public void update(List<Participant> participants) {
        int[] changed = dsl.batch(participants.stream()
                        .map(one -> {
                            MeetingParticipantRecord row = row(one);
                            row.setVersion(one.version() + 1);
                            return dsl.update(MEETING_PARTICIPANT)
                                    .set(row)
                                    .where(MEETING_PARTICIPANT.ID.eq(one.id()))
                                    .and(MEETING_PARTICIPANT.VERSION.eq(one.version()));
                        })
                        .toList())
                .execute();
        for (int rows : changed) {
            Refusal.staleUnlessOne(rows);
        }
    }

    /** Deletes a guest of a meeting; gives whether there was one. */
    @InWorkspace(readOnly = false)
    boolean deleteGuest(UUID meeting, UUID id) {
        return dsl.deleteFrom(MEETING_PARTICIPANT)
                        .where(MEETING_PARTICIPANT.ID.eq(id))
                        .and(MEETING_PARTICIPANT.MEETING_ID.eq(meeting))
                        .and(MEETING_PARTICIPANT.PERSON_ID.isNull())
                        .execute()
                == 1;
    }

    /** Deletes the guests of meetings that ended before this moment. */
    @InWorkspace(readOnly = false)
    int forgetGuests(Instant before) {
        return dsl.deleteFrom(MEETING_PARTICIPANT)
                .where(MEETING_PARTICIPANT.PERSON_ID.isNull())
                .and(MEETING_PARTICIPANT.MEETING_ID.in(
                        DSL.select(MEETING.ID).from(MEETING).where(MEETING.ENDS.lt(time(before)))))
                .execute();
    }

    private static MeetingParticipantRecord row(Participant one) {
        Guest guest = one.guest();
        var row = new MeetingParticipantRecord();
        row.setId(one.id());
        row.setMeetingId(one.meetingId());
        row.setPersonId(one.personId());
        row.setGuestName(guest == null ? "" : guest.name());
        row.setGuestMail(guest == null ? "" : guest.mail());
        Instant invited = one.invitedAt();
        row.setInvitedAt(invited == null ? null : time(invited));
        row.setAnswer(one.answer().text());
        row.setAttendance(one.attendance().text());
        row.setStandsInFor(one.standsInFor());
        row.setCreatedAt(time(one.createdAt()));
        row.setModifiedAt(time(one.modifiedAt()));
        row.setVersion(one.version());
        return row;
    }

    private static Participant participant(MeetingParticipantRecord row) {
        return new Participant(
                row.getId(),
                row.getMeetingId(),
                row.getPersonId(),
                row.getPersonId() == null ? new Guest(row.getGuestName(), row.getGuestMail()) : null,
                row.getInvitedAt() == null ? null : row.getInvitedAt().toInstant(),
                Answer.find(row.getAnswer()).orElseThrow(),
                Attendance.find(row.getAttendance()).orElseThrow(),
                row.getStandsInFor(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
