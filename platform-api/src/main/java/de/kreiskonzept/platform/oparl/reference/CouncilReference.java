package de.kreiskonzept.platform.oparl.reference;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting or paper of another system, or what a file says of one.
 *
 * @param state {@code taken} for a reference of the county; {@code preview}, {@code gone} (deleted there) or {@code left_out} for an
 *     object of a file that waits
 * @param note what is to be said of it; empty for nothing
 * @param place of the object in its file, from 1
 * @param day null where nobody has said it
 * @param committeeId committee of the county that it belongs to; null where nobody has matched one
 * @param committee its name; null where nobody has matched one
 */
public record CouncilReference(
        UUID id,
        String state,
        String note,
        int place,
        Told told,
        @Nullable LocalDate day,
        @Nullable UUID committeeId,
        @Nullable String committee,
        long version) {
    /**
     * What the other system says.
     *
     * @param kind {@code meeting}, {@code paper} or {@code other}
     * @param address id of the object there
     * @param number of a paper, maybe empty
     * @param organisation whose it is there: a name or an address, maybe empty
     * @param link to the original, http or https; empty for none
     */
    public record Told(String kind, String address, String name, String number, String organisation, String link) {}

    /** Whether it is left out. */
    public boolean isLeftOut() {
        return state.equals("left_out");
    }

    /** Whether it was deleted in the other system. */
    public boolean isGone() {
        return state.equals("gone");
    }
}
