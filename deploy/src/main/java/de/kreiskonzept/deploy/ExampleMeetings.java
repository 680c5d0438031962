package de.kreiskonzept.deploy;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.Answer;
import de.kreiskonzept.model.meeting.Attendance;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.model.meeting.Participant.Guest;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.meeting.MeetingForm;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.meeting.SeriesForm;
import de.kreiskonzept.platform.meeting.agenda.Agendas;
import de.kreiskonzept.platform.meeting.agenda.ItemForm;
import de.kreiskonzept.platform.meeting.agenda.TemplateForm;
import de.kreiskonzept.platform.meeting.agenda.Templates;
import de.kreiskonzept.platform.meeting.attendance.AttendanceForm;
import de.kreiskonzept.platform.meeting.attendance.AttendanceSheet;
import de.kreiskonzept.platform.meeting.attendance.AttendanceSheet.Line;
import de.kreiskonzept.platform.meeting.attendance.Attendances;
import de.kreiskonzept.platform.meeting.minutes.Minutes;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Meetings of the example counties, all of them invented: one that took place, with minutes out for remarks, and one to come. */
final class ExampleMeetings {
    private static final String TITLE = "Beispielsitzung";
    private static final int DAYS = 42;

    private final Committees committees;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Templates templates;
    private final Attendances attendances;
    private final Minutes minutes;
    private final SignedIn author;

    ExampleMeetings(ApplicationContext platform, SignedIn author) {
        this.committees = platform.getBean(Committees.class);
        this.meetings = platform.getBean(Meetings.class);
        this.agendas = platform.getBean(Agendas.class);
        this.templates = platform.getBean(Templates.class);
        this.attendances = platform.getBean(Attendances.class);
        this.minutes = platform.getBean(Minutes.class);
        this.author = author;
    }

    /** Creates the meetings with this name in the county of the current transaction. */
    void create(String county) {
        meet(county.equals("waldshut") ? "Lenkungsgruppe Migration und Integration" : "Sozialausschuss");
    }

    private void meet(String name) {
        Committee committee = committees.read(author).structure().committees().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        templates.create(
                committee.id(),
                new TemplateForm("Übliche Tagesordnung", "Begrüßung\nBerichte aus den Gremien\nVerschiedenes"),
                author);
        UUID past = plan(committee, committees.today().minusDays(DAYS), true);
        UUID next = plan(committee, committees.today().plusDays(DAYS), false);
        item(past, "Begrüßung", "", "Die Vorsitzende begrüßt die Anwesenden.");
        UUID report = item(past, "Stand des Integrationskonzepts", "", "Der Entwurf wird vorgestellt und besprochen.");
        item(past, "Handlungsfeld Sprache", report.toString(), "Die Kurse werden fortgesetzt.");
        item(past, "Verschiedenes", "", "");
        hold(past);
        minutes.circulate(past, 1, author);
        item(next, "Begrüßung", "", "");
        agendas.carry(next, List.of(report), author);
        agendas.add(next, new ItemForm("", "Besetzung der Geschäftsstelle", "", "", true, ""), author);
    }

    private UUID plan(Committee committee, LocalDate day, boolean past) {
        var form =
                new MeetingForm(TITLE, day.toString(), "17:00", "19:00", "Landratsamt, Sitzungssaal", "", "14", past);
        return meetings.create(committee, form, SeriesForm.NONE, author).getFirst();
    }

    private UUID item(UUID meeting, String title, String parent, String notes) {
        return agendas.add(meeting, new ItemForm("", title, "", parent, false, notes), author);
    }

    private void hold(UUID meeting) {
        attendances.addGuest(meeting, new Guest("Gustav Gastmuster", ""), author);
        AttendanceSheet sheet = attendances.get(meeting, author);
        Map<UUID, String> answers =
                sheet.lines().stream().collect(Collectors.toMap(Line::key, _ -> Answer.ACCEPTED.text()));
        Map<UUID, String> there =
                sheet.lines().stream().collect(Collectors.toMap(Line::key, _ -> Attendance.PRESENT.text()));
        Map<UUID, String> numbers = sheet.sheet().agenda().lines().stream()
                .map(Agenda.Line::item)
                .collect(Collectors.toMap(item -> item.id(), _ -> ""));
        attendances.note(meeting, sheet.mark(), new AttendanceForm(answers, there, numbers), author);
        meetings.go(meeting, 0, MeetingState.HELD, "", author);
    }
}
