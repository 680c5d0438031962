package de.kreiskonzept.platform.meeting.invitation;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.Hindrance;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.model.meeting.Participant;
import de.kreiskonzept.platform.meeting.MeetingCancelled;
import de.kreiskonzept.platform.meeting.MeetingStore;
import de.kreiskonzept.platform.meeting.attendance.AttendanceSheet;
import de.kreiskonzept.platform.meeting.attendance.AttendanceSheet.Line;
import de.kreiskonzept.platform.meeting.attendance.Attendances;
import de.kreiskonzept.platform.meeting.attendance.ParticipantStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Invites everybody who holds a seat on the day, their deputies and guests; tells them when the meeting is cancelled. */
@Singleton
@InWorkspace
public class Invitations {
    private final Attendances attendances;
    private final ParticipantStore participants;
    private final MeetingStore meetings;
    private final Letters letters;
    private final AuditTrail audit;

    Invitations(
            Attendances attendances,
            ParticipantStore participants,
            MeetingStore meetings,
            Letters letters,
            AuditTrail audit) {
        this.attendances = attendances;
        this.participants = participants;
        this.meetings = meetings;
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * Sends the invitation to all who have an address, and notes everybody as invited; the others get it on paper.
     *
     * @throws Refusal 404, 412 where the meeting has changed in between, 409 where something is missing
     */
    public void send(UUID id, long version, SignedIn who) {
        Meeting meeting = meetings.lock(id).orElseThrow(Refusal::notFound);
        if (meeting.version() != version) {
            throw Refusal.stale();
        }
        AttendanceSheet sheet = attendances.get(id, who);
        List<Hindrance> hindrances = sheet.sheet().hindrances(MeetingState.INVITED);
        if (!hindrances.isEmpty()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "meeting-not-ready",
                    hindrances.getFirst().wordKey());
        }
        Instant now = sheet.sheet().now();
        letters.invite(sheet);
        note(id, sheet, now);
        meetings.update(meeting.invited(sheet.sheet().digest(), now));
        record(who, "meeting.invited", id);
    }

    private void note(UUID id, AttendanceSheet sheet, Instant now) {
        var added = new ArrayList<Participant>();
        var changed = new ArrayList<Participant>();
        for (Line line : sheet.lines()) {
            sheet.find(line.key())
                    .ifPresentOrElse(
                            known -> changed.add(known.invited(now)),
                            () -> added.add(Participant.ofPerson(Ids.create(now), id, line.key(), now)
                                    .invited(now)));
        }
        participants.insert(added);
        participants.update(changed);
    }

    @EventListener
    void tell(MeetingCancelled event) {
        letters.cancel(attendances.get(event.meeting(), event.who()));
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
