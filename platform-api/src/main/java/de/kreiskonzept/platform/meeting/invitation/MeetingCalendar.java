package de.kreiskonzept.platform.meeting.invitation;

import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** A meeting as entry of a calendar (RFC 5545), in universal time; a second file replaces the first. */
final class MeetingCalendar {
    private MeetingCalendar() {}

    /**
     * The bytes of the file.
     *
     * @param description public items alone
     */
    static byte[] write(MeetingSheet sheet, String description) {
        Meeting meeting = sheet.meeting();
        var event = new VEvent(false);
        event.add(new Uid(meeting.id().toString()));
        event.add(new DtStamp(meeting.modifiedAt()));
        event.add(new Sequence((int) Math.min(meeting.version(), Integer.MAX_VALUE)));
        event.add(new DtStart<>(meeting.when().begin()));
        event.add(new DtEnd<>(meeting.when().end()));
        event.add(new Summary(
                meeting.title().isEmpty() ? sheet.committeeName() : sheet.committeeName() + ": " + meeting.title()));
        event.add(
                switch (meeting.state()) {
                    case PLANNED -> ImmutableStatus.VEVENT_TENTATIVE;
                    case INVITED, HELD, CLOSED -> ImmutableStatus.VEVENT_CONFIRMED;
                    case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
                });
        if (!meeting.when().location().isEmpty()) {
            event.add(new Location(meeting.when().location()));
        }
        if (!description.isEmpty() && meeting.state() != MeetingState.CANCELLED) {
            event.add(new Description(description));
        }
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Kreiskonzept//Sitzungen//DE"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(event);
        var bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
