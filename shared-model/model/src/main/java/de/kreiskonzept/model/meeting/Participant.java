package de.kreiskonzept.model.meeting;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person and one meeting.
 *
 * @param personId who holds a seat or stands in; null for a guest
 * @param guest null for everybody else
 * @param invitedAt null while nobody has invited the person
 * @param standsInFor whom the person stood in for; null for nobody
 */
public record Participant(
        UUID id,
        UUID meetingId,
        @Nullable UUID personId,
        @Nullable Guest guest,
        @Nullable Instant invitedAt,
        Answer answer,
        Attendance attendance,
        @Nullable UUID standsInFor,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if it is neither a person nor a guest, or both */
    public Participant {
        if ((personId == null) == (guest == null)) {
            throw new IllegalArgumentException("either a person or a guest");
        }
    }

    /**
     * Somebody who belongs to no committee.
     *
     * @param mail where the invitation goes, maybe empty
     */
    public record Guest(String name, String mail) {
        /** @throws IllegalArgumentException if a limit is not kept */
        public Guest {
            TextLimits.required(name, TextLimits.NAME, "name");
            TextLimits.optional(mail, TextLimits.NAME, "mail");
        }
    }

    /** A person of whom nothing is known yet. */
    public static Participant ofPerson(UUID id, UUID meeting, UUID person, Instant now) {
        return new Participant(id, meeting, person, null, null, Answer.NONE, Attendance.UNKNOWN, null, now, now, 0);
    }

    /** A guest. */
    public static Participant ofGuest(UUID id, UUID meeting, Guest guest, Instant now) {
        return new Participant(id, meeting, null, guest, null, Answer.NONE, Attendance.UNKNOWN, null, now, now, 0);
    }

    /** What names the person in a form: its id, or that of the row of a guest. */
    public UUID key() {
        return personId == null ? id : personId;
    }

    /** The same after an invitation. */
    public Participant invited(Instant now) {
        return new Participant(
                id, meetingId, personId, guest, now, answer, attendance, standsInFor, createdAt, now, version);
    }

    /** The same with what the person said and did. */
    public Participant noted(Answer said, Attendance was, @Nullable UUID inPlaceOf, Instant now) {
        return new Participant(
                id, meetingId, personId, guest, invitedAt, said, was, inPlaceOf, createdAt, now, version);
    }
}
