package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.model.committee.Insight;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.platform.identity.insight.Insights;
import de.kreiskonzept.platform.meeting.MeetingStore;
import de.kreiskonzept.platform.meeting.MeetingWords;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The next meetings of the committees in which the person of an account has a seat. */
@Singleton
@InWorkspace(readOnly = true)
class ComingMeetings {
    private static final int MOST = 5;

    private final Insights insights;
    private final MeetingStore meetings;
    private final Clock clock;

    ComingMeetings(Insights insights, MeetingStore meetings, Clock clock) {
        this.insights = insights;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Each as something to open, the next one first; none for whoever has no seat. */
    List<Task> of(String home, SignedIn who) {
        Insight insight = insights.of(who);
        return insight.committees().isEmpty()
                ? List.of()
                : meetings.listComing(insight.committees(), clock.instant(), MOST).stream()
                        .map(one -> task(home, one))
                        .toList();
    }

    private Task task(String home, MeetingStore.Listed one) {
        var words = new MeetingWords(clock.getZone());
        Meeting meeting = one.meeting();
        String when = words.day(meeting.when().begin()) + ", " + words.times(meeting);
        String where = meeting.when().location();
        return new Task(
                words.name(meeting, one.committee()),
                home + "sitzungen/" + meeting.id(),
                where.isEmpty() ? when : when + ", " + where,
                "",
                null);
    }
}
