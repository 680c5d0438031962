package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.meeting.Series;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How a meeting is repeated, still as text.
 *
 * @param repeat empty for a single meeting, weeks, months, or dates for the days of the committee
 * @param every number of weeks or months
 * @param until last day, maybe empty
 * @param times how many meetings, maybe empty
 */
public record SeriesForm(String repeat, String every, String until, String times) {
    /** The words for {@link #repeat}. */
    public static final List<String> WAYS = List.of("", "weeks", "months", "dates");

    /** A single meeting. */
    public static final SeriesForm NONE = new SeriesForm("", "1", "", "");

    private static final int[] EVERY = {1, Series.WIDEST};
    private static final int[] TIMES = {1, Series.MOST};

    static SeriesForm of(Map<String, ?> fields) {
        return new SeriesForm(
                FieldChecks.field(fields, "repeat"),
                FieldChecks.field(fields, "every"),
                FieldChecks.field(fields, "until"),
                FieldChecks.field(fields, "times"));
    }

    /** Adds what is wrong; {@code before} has the errors of the meeting itself. */
    FormErrors errors(FormErrors before, MeetingForm form, Texts texts, Committee committee) {
        if (repeat.isEmpty()) {
            return before;
        }
        if (!WAYS.contains(repeat)) {
            return before.with("repeat", texts.text("meeting.fault.repeat"));
        }
        FormErrors errors = before;
        if (!repeat.equals("dates")) {
            errors = Inputs.number(errors, "every", every, EVERY, texts);
            if (until.isEmpty() && times.isEmpty()) {
                errors = errors.with("until", texts.text("meeting.fault.noEnd"));
            }
        }
        errors = Inputs.day(errors, "until", until, texts);
        errors = Inputs.order(errors, "until", form.day(), until, texts);
        if (!times.isEmpty()) {
            errors = Inputs.number(errors, "times", times, TIMES, texts);
        }
        return errors.isEmpty() ? daysErrors(form, texts, committee) : errors;
    }

    private FormErrors daysErrors(MeetingForm form, Texts texts, Committee committee) {
        List<LocalDate> days = days(form, committee);
        if (days.isEmpty()) {
            return FormErrors.none().with("repeat", texts.text("meeting.fault.noDates"));
        }
        if (days.size() > Series.MOST) {
            return FormErrors.none().with("until", texts.text("meeting.fault.many", Series.MOST));
        }
        return days.stream()
                .map(day -> MeetingForm.dayErrors(FormErrors.none(), day, texts, committee))
                .filter(errors -> !errors.isEmpty())
                .findFirst()
                .orElse(FormErrors.none());
    }

    /** The days of the meetings; there are no errors. */
    List<LocalDate> days(MeetingForm form, Committee committee) {
        LocalDate first = form.firstDay();
        LocalDate last = Inputs.day(until);
        Integer most = times.isEmpty() ? null : Integer.valueOf(Inputs.number(times));
        return switch (repeat) {
            case "weeks" -> new Series(first, Series.Unit.WEEKS, Inputs.number(every), last, most).days();
            case "months" -> new Series(first, Series.Unit.MONTHS, Inputs.number(every), last, most).days();
            case "dates" ->
                committee.rhythm().days().stream()
                        .filter(day -> !day.isBefore(first) && (last == null || !day.isAfter(last)))
                        .limit(most == null ? Series.MOST : most)
                        .toList();
            default -> List.of(first);
        };
    }
}
