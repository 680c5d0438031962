package de.kreiskonzept.platform.meeting.invitation;

import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.meeting.MeetingStore.Listed;
import java.time.ZoneId;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/** A meeting as entry of a calendar (RFC 5545), in universal time; a second one replaces the first. */
public final class MeetingCalendar {
    private MeetingCalendar() {}

    /**
     * The entry.
     *
     * @param zone in which the meeting is on its day
     * @param description public items alone, maybe empty
     */
    public static VEvent event(Listed listed, ZoneId zone, String description) {
        Meeting meeting = listed.meeting();
        String committee =
                listed.committee().nameOn(meeting.when().begin().atZone(zone).toLocalDate());
        var event = new VEvent(false);
        event.add(new Uid(meeting.id().toString()));
        event.add(new DtStamp(meeting.modifiedAt()));
        event.add(new Sequence((int) Math.min(meeting.version(), Integer.MAX_VALUE)));
        event.add(new DtStart<>(meeting.when().begin()));
        event.add(new DtEnd<>(meeting.when().end()));
        event.add(new Summary(meeting.title().isEmpty() ? committee : committee + ": " + meeting.title()));
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
        return event;
    }
}
