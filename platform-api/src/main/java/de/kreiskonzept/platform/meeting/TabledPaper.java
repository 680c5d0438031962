package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.model.voting.Consultation.Publicity;
import java.util.UUID;

/**
 * A paper that a committee deals with under an item.
 *
 * @param number as the county counts its papers, maybe empty
 * @param submitted whether it was sent; before, it is a draft
 * @param open whether everybody may read it: each of its committees deals with it in public
 * @param publicity of the turn of this committee
 */
public record TabledPaper(UUID id, String title, String number, boolean submitted, boolean open, Publicity publicity) {
    /** Number and title. */
    public String name() {
        return number.isEmpty() ? title : number + " " + title;
    }

    /** Whether the turn is public and the item is not, or the other way round. */
    public boolean contradicts(boolean isItemOpen) {
        return switch (publicity) {
            case PUBLIC -> !isItemOpen;
            case NON_PUBLIC -> isItemOpen;
            case UNKNOWN -> false;
        };
    }
}
