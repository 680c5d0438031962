package de.kreiskonzept.platform.meeting.minutes;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.AgendaItem;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.platform.committee.decided.BallotWords;
import de.kreiskonzept.platform.committee.decided.MeetingDecisions;
import de.kreiskonzept.platform.committee.decided.MeetingDecisions.Found;
import de.kreiskonzept.platform.meeting.AgendaStore;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.MeetingStore;
import de.kreiskonzept.platform.meeting.MeetingWords;
import de.kreiskonzept.platform.meeting.attendance.AttendanceSheet;
import de.kreiskonzept.platform.meeting.minutes.MinutesText.Decided;
import de.kreiskonzept.platform.meeting.minutes.MinutesText.Part;
import de.kreiskonzept.platform.meeting.minutes.MinutesText.Present;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes minutes out of what is noted, and puts their approval on the next agenda. */
@Singleton
class Secretary {
    private final AgendaStore agendas;
    private final MeetingStore meetings;
    private final MeetingDecisions decisions;
    private final Texts texts;

    Secretary(AgendaStore agendas, MeetingStore meetings, MeetingDecisions decisions, Texts texts) {
        this.agendas = agendas;
        this.meetings = meetings;
        this.decisions = decisions;
        this.texts = texts;
    }

    /** The minutes as they would be now; of a sheet that shows everything. */
    MinutesText write(AttendanceSheet attendance) {
        MeetingSheet sheet = attendance.sheet();
        Meeting meeting = sheet.meeting();
        var words = new MeetingWords(sheet.zone());
        Agenda open = sheet.agenda().open();
        List<Found> found = decisions(sheet);
        return new MinutesText(
                sheet.committeeName(),
                meeting.title(),
                words.day(meeting.when().begin()),
                words.times(meeting),
                meeting.when().location(),
                texts.text(attendance.quorumKey(null)),
                attendance.lines().stream()
                        .map(line -> new Present(
                                attendance.name(texts, line),
                                attendance.role(texts, line),
                                texts.text(attendance.attendance(line.key()).wordKey())))
                        .toList(),
                sheet.agenda().lines().stream()
                        .map(line -> part(
                                attendance,
                                line,
                                open,
                                decided(found, line.item().id())))
                        .toList(),
                decided(found, null));
    }

    private List<Found> decisions(MeetingSheet sheet) {
        return decisions.list(sheet.meeting().id(), sheet.meeting().committeeId(), sheet.day());
    }

    private List<Decided> decided(List<Found> found, @Nullable UUID item) {
        return found.stream()
                .filter(one -> Objects.equals(one.item(), item))
                .map(one -> decided(one.decision()))
                .toList();
    }

    private Decided decided(CouncilDecision one) {
        var votes = new BallotWords(one.ballot(), texts);
        return new Decided(
                one.id().toString(),
                one.publicity() == Publicity.PUBLIC,
                one.text(),
                texts.text(one.result().wordKey()),
                votes.full(),
                votes.outcome(),
                one.ballot().groups());
    }

    /** Whether something was decided while fewer members were there than the rule of the committee asks for. */
    boolean decidesWithoutQuorum(AttendanceSheet attendance) {
        return decisions(attendance.sheet()).stream().anyMatch(found -> isWithoutQuorum(attendance, found));
    }

    private static boolean isWithoutQuorum(AttendanceSheet attendance, Found found) {
        MeetingSheet sheet = attendance.sheet();
        Integer present = null;
        for (Agenda.Line line : sheet.agenda().lines()) {
            if (line.item().id().equals(found.item())) {
                present = line.item().present();
            }
        }
        return attendance
                .presence()
                .isQuorate(sheet.committee().quorum(), present)
                .filter(quorate -> !quorate)
                .isPresent();
    }

    private Part part(AttendanceSheet attendance, Agenda.Line line, Agenda open, List<Decided> decided) {
        AgendaItem item = line.item();
        return new Part(
                item.id().toString(),
                line.number(),
                open.find(item.id()).map(Agenda.Line::number).orElse(""),
                line.depth(),
                item.title(),
                item.text(),
                item.notes(),
                item.present() == null ? "" : texts.text(attendance.quorumKey(item.present())),
                decided);
    }

    /** Puts the approval of these minutes at the end of the next agenda of the committee, unless it stands there. */
    void putApproval(MeetingSheet sheet) {
        Meeting meeting = sheet.meeting();
        Optional<Meeting> next =
                meetings.findNext(meeting.committeeId(), meeting.when().begin());
        next.ifPresent(later -> {
            meetings.lock(later.id());
            Agenda agenda = agendas.read(later.id());
            if (agenda.lines().stream()
                    .noneMatch(line -> meeting.id().equals(line.item().approves()))) {
                String title = texts.text(
                        "minutes.approvalItem",
                        new MeetingWords(sheet.zone()).date(meeting.when().begin()));
                var words = new AgendaItem.Words("", title, "", true, "");
                agendas.insert(List.of(AgendaItem.begun(Ids.create(sheet.now()), later.id(), words, sheet.now())
                        .placed(null, agenda.below(null).size())
                        .approving(meeting.id())));
                meetings.touchAgenda(later.id(), sheet.now());
            }
        });
    }
}
