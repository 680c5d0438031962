package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.committee.SeatSet.Instance;
import java.util.List;
import java.util.UUID;

/** Where the seats of a committee and the people on them do not fit; what is said of it stands in the message files. */
public sealed interface SeatFinding {
    /**
     * Seats that nobody has held so far.
     *
     * @param number at least 1
     */
    record Vacant(SeatRule rule, Instance instance, int number) implements SeatFinding {}

    /**
     * More people than seats.
     *
     * @param number how many too many, at least 1
     */
    record OverFilled(SeatRule rule, Instance instance, int number) implements SeatFinding {}

    /** A seat without anybody since this term has ended. */
    record Expired(SeatRule rule, Instance instance, TermOfOffice term) implements SeatFinding {}

    /**
     * One person on several seats.
     *
     * @param terms at least two
     */
    record DoublyHeld(UUID personId, List<TermOfOffice> terms) implements SeatFinding {}

    /**
     * A delegate who does not hold a seat of the committee that delegates.
     *
     * @param committeeId the committee that delegates
     */
    record NoLongerDelegate(SeatRule rule, TermOfOffice term, UUID committeeId) implements SeatFinding {}
}
