package de.kreiskonzept.platform.resolution.agenda;

import de.kreiskonzept.model.voting.Consultation.Publicity;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An item of an agenda as the place where a committee deals with a paper.
 *
 * @param committee whose meeting it is
 * @param committeeName its name
 * @param day of the meeting
 * @param number of the item for those who see everything
 * @param openNumber its number for all others; empty where it is not public
 */
public record Place(
        UUID meeting,
        UUID item,
        UUID committee,
        String committeeName,
        LocalDate day,
        String number,
        String openNumber,
        String title) {
    /** Whether everybody may read the item. */
    public boolean isOpen() {
        return !openNumber.isEmpty();
    }

    /** Whether the turn is public and the item is not, or the other way round. */
    public boolean contradicts(Publicity publicity) {
        return switch (publicity) {
            case PUBLIC -> !isOpen();
            case NON_PUBLIC -> isOpen();
            case UNKNOWN -> false;
        };
    }
}
