package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.meeting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How days and times of meetings are written. */
public record MeetingWords(ZoneId zone) {
    /** Day of the week and day. */
    public String day(Instant moment) {
        return GermanTime.WEEKDAY.format(moment.atZone(zone));
    }

    /** Day in figures. */
    public String date(Instant moment) {
        return GermanTime.DAY.format(moment.atZone(zone));
    }

    /** Day in figures. */
    public String date(LocalDate day) {
        return GermanTime.DAY.format(day);
    }

    /** Time of the day. */
    public String time(Instant moment) {
        return GermanTime.TIME.format(moment.atZone(zone));
    }

    /** Time of begin and end. */
    public String times(Meeting meeting) {
        return time(meeting.when().begin()) + "–" + time(meeting.when().end());
    }

    /** What names a meeting among others: its title or committee, and its day. */
    public String name(Meeting meeting, Committee committee) {
        Instant begin = meeting.when().begin();
        String what =
                meeting.title().isEmpty() ? committee.nameOn(begin.atZone(zone).toLocalDate()) : meeting.title();
        return what + ", " + date(begin);
    }
}
