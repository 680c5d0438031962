package de.kreiskonzept.platform.meeting.attendance;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.Answer;
import de.kreiskonzept.model.meeting.Attendance;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter about who was there, still as text; for each person, and for each item, under the id.
 *
 * @param present members with a vote at an item; empty where it is the number of the whole meeting
 */
public record AttendanceForm(Map<UUID, String> answers, Map<UUID, String> attendance, Map<UUID, String> present) {
    /** What the fields say now. */
    static AttendanceForm of(AttendanceSheet sheet) {
        var answers = new HashMap<UUID, String>();
        var attendance = new HashMap<UUID, String>();
        var present = new HashMap<UUID, String>();
        sheet.lines().forEach(line -> {
            answers.put(line.key(), sheet.answer(line.key()).text());
            attendance.put(line.key(), sheet.attendance(line.key()).text());
        });
        sheet.sheet().agenda().lines().forEach(line -> {
            Integer number = line.item().present();
            present.put(line.item().id(), number == null ? "" : number.toString());
        });
        return new AttendanceForm(answers, attendance, present);
    }

    static AttendanceForm of(AttendanceSheet sheet, Map<String, ?> fields) {
        var answers = new HashMap<UUID, String>();
        var attendance = new HashMap<UUID, String>();
        var present = new HashMap<UUID, String>();
        sheet.lines().forEach(line -> {
            answers.put(line.key(), FieldChecks.field(fields, "antwort-" + line.key()));
            attendance.put(line.key(), FieldChecks.field(fields, "da-" + line.key()));
        });
        sheet.sheet()
                .agenda()
                .lines()
                .forEach(line -> present.put(
                        line.item().id(),
                        FieldChecks.field(fields, "anwesend-" + line.item().id())));
        return new AttendanceForm(answers, attendance, present);
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts, AttendanceSheet sheet) {
        FormErrors errors = FormErrors.none();
        boolean begun =
                !sheet.sheet().now().isBefore(sheet.sheet().meeting().when().begin());
        for (AttendanceSheet.Line line : sheet.lines()) {
            if (Answer.find(answer(line.key())).isEmpty()) {
                errors = errors.with("antwort-" + line.key(), texts.text("attendance.fault.choice"));
            }
            String was = was(line.key());
            if (Attendance.find(was).isEmpty()) {
                errors = errors.with("da-" + line.key(), texts.text("attendance.fault.choice"));
            } else if (!begun && !was.equals(Attendance.UNKNOWN.text())) {
                errors = errors.with("da-" + line.key(), texts.text("attendance.fault.early"));
            }
        }
        int voting = sheet.presence().voting();
        for (Agenda.Line line : sheet.sheet().agenda().lines()) {
            String number = number(line.item().id());
            if (!number.isEmpty()) {
                errors = Inputs.number(errors, "anwesend-" + line.item().id(), number, new int[] {0, voting}, texts);
            }
        }
        return errors;
    }

    /** What somebody said, as in the form. */
    public String answer(UUID key) {
        return answers.getOrDefault(key, Answer.NONE.text());
    }

    /** Whether somebody was there, as in the form. */
    public String was(UUID key) {
        return attendance.getOrDefault(key, Attendance.UNKNOWN.text());
    }

    /** The number of an item, as in the form. */
    public String number(UUID item) {
        return present.getOrDefault(item, "");
    }

    /** The checked number of an item; null where it is that of the whole meeting. */
    @Nullable
    Integer present(UUID item) {
        return number(item).isEmpty() ? null : Integer.valueOf(number(item));
    }
}
