package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many seats a committee has for whom.
 *
 * @param position order among the rules of the committee
 * @param name the organisation or group of people, such as "Ehrenamtliche", not blank
 * @param organisations ids in the directory; several for a seat that they share, empty for a group of people
 * @param chair whether it is the seat of who leads the committee
 * @param counted whether its seats are among the seats of the committee
 * @param voting whether who holds a seat may vote
 * @param delegatedBy the committee that delegates; null unless delegated, and where each instance delegates its own
 * @param deputies most deputies of one seat, 0 for none
 * @param option null where the seats need no condition
 * @param period when it holds
 */
public record SeatRule(
        UUID id,
        UUID committeeId,
        int position,
        String name,
        List<UUID> organisations,
        SeatCount count,
        boolean chair,
        boolean counted,
        boolean voting,
        Appointment appointment,
        @Nullable UUID delegatedBy,
        int deputies,
        @Nullable Option option,
        Period period,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** Most deputies of a seat. */
    public static final int MOST_DEPUTIES = 9;

    /** Most organisations that share a rule. */
    public static final int MOST_ORGANISATIONS = 50;

    /** @throws IllegalArgumentException if a limit is not kept or it is not clear who delegates */
    public SeatRule {
        TextLimits.required(name, TextLimits.NAME, "name");
        organisations = organisations.stream().distinct().toList();
        if (organisations.size() > MOST_ORGANISATIONS) {
            throw new IllegalArgumentException("organisations: at most " + MOST_ORGANISATIONS);
        }
        if (deputies < 0 || deputies > MOST_DEPUTIES) {
            throw new IllegalArgumentException("deputies: from 0 to " + MOST_DEPUTIES);
        }
        boolean delegates = appointment == Appointment.DELEGATED;
        if ((delegatedBy != null) != (delegates && !isPerCommittee(count))) {
            throw new IllegalArgumentException("a rule names the committee that delegates, and no other one");
        }
    }

    /**
     * A condition under which its seats exist.
     *
     * @param condition as a county puts it, such as "falls gewünscht", not blank
     * @param takenUp first day on which it is met; null while it is not
     */
    public record Option(String condition, @Nullable LocalDate takenUp) {
        /** @throws IllegalArgumentException if the condition is blank or too long */
        public Option {
            TextLimits.required(condition, TextLimits.NAME, "condition");
        }

        /** Whether the condition is met on this day. */
        public boolean holds(LocalDate day) {
            return takenUp != null && !day.isBefore(takenUp);
        }
    }

    /** Whether each instance of its set is a committee. */
    public boolean isPerCommittee() {
        return isPerCommittee(count);
    }

    private static boolean isPerCommittee(SeatCount count) {
        return count instanceof SeatCount.PerInstance per && per.set() instanceof SeatSet.Reporting;
    }

    /** Whether there is no condition or it is met on this day. */
    public boolean isTakenUp(LocalDate day) {
        return option == null || option.holds(day);
    }
}
