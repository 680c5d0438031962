package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.meeting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days and times of meetings are written. */
public record MeetingWords(ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, dd.MM.yyyy", Locale.GERMANY);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.GERMANY);

    /** Day of the week and day. */
    public String day(Instant moment) {
        return DAY.format(moment.atZone(zone));
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
        return TIME.format(moment.atZone(zone));
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
