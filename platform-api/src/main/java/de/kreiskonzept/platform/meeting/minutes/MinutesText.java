package de.kreiskonzept.platform.meeting.minutes;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What minutes say, in words, so that they still say it when names and agendas have changed.
 *
 * @param committee name of the committee on the day
 * @param title of the meeting, maybe empty
 * @param day day of the week and day
 * @param times begin and end
 * @param place maybe empty
 * @param quorum whether the committee could decide
 * @param present everybody who was asked, with what is noted; empty for those who see public items alone
 * @param parts one for each item, in their order
 */
@Serdeable
public record MinutesText(
        String committee,
        String title,
        String day,
        String times,
        String place,
        String quorum,
        List<Present> present,
        List<Part> parts) {
    /**
     * Somebody who was asked to come.
     *
     * @param role the seat, or in whose place
     * @param attendance whether the person was there
     */
    @Serdeable
    public record Present(String name, String role, String attendance) {}

    /**
     * What is said of one item.
     *
     * @param item id of the item
     * @param openNumber its number for those who see public items alone; empty where it is not public
     * @param depth 1 at the top
     * @param quorum whether the committee could decide on it; empty where it is as at the beginning
     */
    @Serdeable
    public record Part(
            String item,
            String number,
            String openNumber,
            int depth,
            String title,
            String text,
            String notes,
            String quorum) {
        /** Whether everybody may read it. */
        public boolean isOpen() {
            return !openNumber.isEmpty();
        }

        private Part open() {
            return new Part(item, openNumber, openNumber, depth, title, text, notes, quorum);
        }
    }

    /** The same for those who see public items alone: without names, and without gaps in the numbers. */
    public MinutesText open() {
        return new MinutesText(
                committee,
                title,
                day,
                times,
                place,
                quorum,
                List.of(),
                parts.stream().filter(Part::isOpen).map(Part::open).toList());
    }

    /** The same about one item alone. */
    public MinutesText excerpt(String item) {
        return new MinutesText(
                committee,
                title,
                day,
                times,
                place,
                quorum,
                List.of(),
                parts.stream().filter(part -> part.item().equals(item)).toList());
    }
}
