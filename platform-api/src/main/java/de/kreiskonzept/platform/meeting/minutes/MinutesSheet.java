package de.kreiskonzept.platform.meeting.minutes;

import de.kreiskonzept.model.meeting.Hindrance;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting as one person may see them.
 *
 * @param text null where there are none for this person
 * @param editions what went out and what was approved, the latest first
 * @param remarks the first one first; empty for those who see public items alone
 */
public record MinutesSheet(
        MeetingSheet sheet, @Nullable MinutesText text, List<Edition> editions, List<Remark> remarks) {
    /** The latest edition. */
    public Optional<Edition> latest() {
        return editions.stream().findFirst();
    }

    /** The approved edition. */
    public Optional<Edition> approved() {
        return editions.stream().filter(Edition::approved).findFirst();
    }

    /** Whether remarks can be made. */
    public boolean takesRemarks() {
        return latest().filter(edition -> !edition.approved()).isPresent()
                && sheet.meeting().state() == MeetingState.HELD;
    }

    /** Number of remarks that nobody has answered. */
    public long open() {
        return remarks.stream()
                .filter(remark -> remark.state() == Remark.State.OPEN)
                .count();
    }

    /** What keeps the minutes from going out for remarks. */
    public List<Hindrance> hindrances() {
        var found = new ArrayList<Hindrance>();
        if (sheet.meeting().state() != MeetingState.HELD) {
            found.add(Hindrance.STATE);
        }
        if (!sheet.listed().attended()) {
            found.add(Hindrance.NO_ATTENDANCE);
        }
        return found;
    }
}
