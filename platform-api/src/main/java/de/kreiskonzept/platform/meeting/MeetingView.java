package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.platform.concept.Answers;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as programs read it.
 *
 * @param committee name of the committee on the day
 * @param seriesId the same for all meetings that were planned at once
 * @param state planned, invited, held, closed or cancelled
 * @param agendaVersion rises whenever items come, go or move
 */
@Serdeable
@Schema(name = "Meeting")
record MeetingView(
        String id,
        String committeeId,
        String committee,
        @Nullable String seriesId,
        String title,
        OffsetDateTime begin,
        OffsetDateTime end,
        String location,
        String onlineLink,
        @Nullable LocalDate inviteBy,
        String state,
        String cancelReason,
        long agendaVersion,
        long version) {
    static MeetingView of(MeetingStore.Listed listed, ZoneId zone) {
        Meeting one = listed.meeting();
        OffsetDateTime begin = one.when().begin().atZone(zone).toOffsetDateTime();
        return new MeetingView(
                one.id().toString(),
                one.committeeId().toString(),
                listed.committee().nameOn(begin.toLocalDate()),
                Answers.text(one.seriesId()),
                one.title(),
                begin,
                one.when().end().atZone(zone).toOffsetDateTime(),
                one.when().location(),
                one.when().onlineLink(),
                one.when().inviteBy(),
                one.state().text(),
                one.cancelReason(),
                one.agendaVersion(),
                one.version());
    }
}
