package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeState;
import de.kreiskonzept.model.committee.NameLines;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.meeting.Meeting.When;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What people enter for a meeting, still as text.
 *
 * @param begin time of day, such as 18:00
 * @param end time of the same day
 * @param inviteDays how many days before the meeting the invitation is in time; empty where nobody says so
 * @param past whether somebody means a day that has passed
 */
public record MeetingForm(
        String title,
        String day,
        String begin,
        String end,
        String location,
        String onlineLink,
        String inviteDays,
        boolean past) {
    private static final int[] DAYS = {0, 90};
    private static final int MINUTE = 5;

    /** Where a meeting is planned: for whom, in which zone and when. */
    record Frame(Committee committee, ZoneId zone, Instant now) {}

    /** The form for a meeting that is not there yet, on this day where there is one. */
    static MeetingForm empty(String day) {
        return new MeetingForm("", day, "", "", "", "", "", false);
    }

    static MeetingForm of(Meeting meeting, ZoneId zone) {
        ZonedDateTime begin = meeting.when().begin().atZone(zone);
        LocalDate inviteBy = meeting.when().inviteBy();
        return new MeetingForm(
                meeting.title(),
                begin.toLocalDate().toString(),
                begin.toLocalTime().toString(),
                meeting.when().end().atZone(zone).toLocalTime().toString(),
                meeting.when().location(),
                meeting.when().onlineLink(),
                inviteBy == null ? "" : String.valueOf(ChronoUnit.DAYS.between(inviteBy, begin.toLocalDate())),
                false);
    }

    static MeetingForm of(Map<String, ?> fields) {
        return new MeetingForm(
                FieldChecks.field(fields, "title"),
                FieldChecks.field(fields, "day"),
                FieldChecks.field(fields, "begin"),
                FieldChecks.field(fields, "end"),
                FieldChecks.field(fields, "location"),
                FieldChecks.field(fields, "onlineLink"),
                FieldChecks.field(fields, "inviteDays"),
                FieldChecks.field(fields, "past").equals("ja"));
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts, Frame frame) {
        FormErrors errors = FormErrors.none().withLimit("title", title, TextLimits.NAME, texts);
        Optional<LocalDate> on = Inputs.findDay(day);
        errors = on.isEmpty()
                ? errors.with("day", texts.text("committee.fault.day"))
                : dayErrors(errors, on.get(), texts, frame.committee());
        errors = timeErrors(errors, on, texts, frame.zone());
        errors = errors.withLimit("location", location, TextLimits.NAME, texts);
        if (!onlineLink.isEmpty() && !isHttps(onlineLink)) {
            errors = errors.with("onlineLink", texts.text("meeting.fault.link"));
        }
        if (!inviteDays.isEmpty()) {
            errors = Inputs.number(errors, "inviteDays", inviteDays, DAYS, texts);
        }
        if (errors.isEmpty() && !past && !when(frame.zone()).begin().isAfter(frame.now())) {
            errors = errors.with("past", texts.text("meeting.fault.past"));
        }
        return errors;
    }

    /** Adds an error where the committee is not active on this day. */
    static FormErrors dayErrors(FormErrors errors, LocalDate day, Texts texts, Committee committee) {
        CommitteeState state = committee.stateOn(day);
        return switch (state) {
            case ACTIVE -> errors;
            case PLANNED, DISSOLVED ->
                errors.with("day", texts.text("meeting.fault." + state.text(), NameLines.print(day)));
        };
    }

    private FormErrors timeErrors(FormErrors before, Optional<LocalDate> on, Texts texts, ZoneId zone) {
        FormErrors errors = before;
        Optional<LocalTime> from = time(begin);
        Optional<LocalTime> to = time(end);
        if (from.isEmpty()) {
            errors = errors.with("begin", texts.text("meeting.fault.time"));
        } else if (on.isPresent() && isLeftOut(on.get(), from.get(), zone)) {
            errors = errors.with("begin", texts.text("meeting.fault.gap"));
        }
        if (to.isEmpty()) {
            return errors.with("end", texts.text("meeting.fault.time"));
        }
        if (on.isPresent() && isLeftOut(on.get(), to.get(), zone)) {
            return errors.with("end", texts.text("meeting.fault.gap"));
        }
        return from.isPresent() && !to.get().isAfter(from.get())
                ? errors.with("end", texts.text("meeting.fault.end"))
                : errors;
    }

    // On the last Sunday of March an hour of the night does not exist.
    private static boolean isLeftOut(LocalDate day, LocalTime time, ZoneId zone) {
        return zone.getRules().getValidOffsets(day.atTime(time)).isEmpty();
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text.length() == MINUTE ? Optional.of(LocalTime.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isHttps(String text) {
        try {
            URI uri = new URI(text);
            return text.startsWith("https://") && uri.getHost() != null && text.length() <= TextLimits.TEXT;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The day; there are no errors. */
    LocalDate firstDay() {
        return Inputs.findDay(day).orElseThrow();
    }

    /** When and where it is; there are no errors. */
    When when(ZoneId zone) {
        return when(firstDay(), zone);
    }

    /** The same on another day. */
    When when(LocalDate on, ZoneId zone) {
        return new When(
                on.atTime(time(begin).orElseThrow()).atZone(zone).toInstant(),
                on.atTime(time(end).orElseThrow()).atZone(zone).toInstant(),
                location,
                onlineLink,
                inviteDays.isEmpty() ? null : on.minusDays(Inputs.number(inviteDays)));
    }
}
