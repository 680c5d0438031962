package de.kreiskonzept.platform.resolution.scheduling;

import de.kreiskonzept.model.voting.Consultation.Publicity;
import java.util.UUID;

/**
 * A turn of a committee that stands on no agenda yet.
 *
 * @param title of the paper
 * @param number of the paper, maybe empty
 */
public record Waiting(UUID turn, UUID paper, String title, String number, Publicity publicity) {
    /** Number and title of the paper. */
    public String name() {
        return number.isEmpty() ? title : number + " " + title;
    }

    /** Whether its item is open to everybody; where nobody has said so it is not. */
    boolean isOpen() {
        return publicity == Publicity.PUBLIC;
    }
}
