package de.kreiskonzept.platform.meeting.attendance;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.Answer;
import de.kreiskonzept.model.meeting.Attendance;
import de.kreiskonzept.model.meeting.Participant;
import de.kreiskonzept.model.meeting.Participant.Guest;
import de.kreiskonzept.model.meeting.Presence;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.meeting.AgendaStore;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Notes who comes and who was there. */
@Singleton
@InWorkspace
public class Attendances {
    /** Years after a meeting in which its guests are kept. */
    static final int YEARS = 5;

    private final ParticipantStore store;
    private final AgendaStore agendas;
    private final Meetings meetings;
    private final Committees committees;
    private final AuditTrail audit;

    Attendances(
            ParticipantStore store, AgendaStore agendas, Meetings meetings, Committees committees, AuditTrail audit) {
        this.store = store;
        this.agendas = agendas;
        this.meetings = meetings;
        this.committees = committees;
        this.audit = audit;
    }

    /**
     * A meeting with everybody who may come.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    public AttendanceSheet get(UUID id, SignedIn who) {
        MeetingSheet sheet = meetings.get(id, who);
        CommitteeBook book = committees.read(who);
        return new AttendanceSheet(
                sheet, book, book.composition(sheet.meeting().committeeId(), sheet.day()), store.list(id));
    }

    /**
     * The same for those alone who belong to the committee.
     *
     * @throws Refusal 404 where there is none for this person
     */
    @InWorkspace(readOnly = true)
    public AttendanceSheet getInside(UUID id, SignedIn who) {
        AttendanceSheet sheet = get(id, who);
        if (!sheet.sheet().inside()) {
            throw Refusal.notFound();
        }
        return sheet;
    }

    /**
     * Stores who comes and who was there, and how many were there for each item; the form was checked.
     *
     * @param mark of the sheet that the form was made from
     * @throws Refusal 404, 412 where something has changed in between, 409 where the meeting is closed or cancelled
     */
    public void note(UUID id, String mark, AttendanceForm form, SignedIn who) {
        meetings.lockOpen(id);
        AttendanceSheet sheet = get(id, who);
        if (!sheet.mark().equals(mark)) {
            throw Refusal.stale();
        }
        Map<UUID, Attendance> noted = new HashMap<>();
        sheet.lines()
                .forEach(line -> noted.put(
                        line.key(), Attendance.find(form.was(line.key())).orElseThrow()));
        Presence presence = Presence.of(sheet.seats(), noted);
        Instant now = meetings.now();
        var added = new ArrayList<Participant>();
        var changed = new ArrayList<Participant>();
        for (AttendanceSheet.Line line : sheet.lines()) {
            Participant before =
                    sheet.find(line.key()).orElseGet(() -> Participant.ofPerson(Ids.create(now), id, line.key(), now));
            Participant after = before.noted(
                    Answer.find(form.answer(line.key())).orElseThrow(),
                    noted.getOrDefault(line.key(), Attendance.UNKNOWN),
                    presence.standIns().get(line.key()),
                    now);
            (sheet.find(line.key()).isPresent() ? changed : added).add(after);
        }
        store.insert(added);
        store.update(changed);
        numbers(sheet.sheet(), form);
        record(who, "meeting.attendance", id);
    }

    private void numbers(MeetingSheet sheet, AttendanceForm form) {
        sheet.agenda().lines().stream()
                .filter(line -> !Objects.equals(
                        line.item().present(), form.present(line.item().id())))
                .forEach(line -> agendas.update(
                        line.item().counted(form.present(line.item().id()), meetings.now())));
    }

    /**
     * Asks a guest to come.
     *
     * @throws Refusal 404, 409 where the meeting is closed or cancelled
     */
    public UUID addGuest(UUID id, Guest guest, SignedIn who) {
        meetings.lockOpen(id);
        Instant now = meetings.now();
        Participant one = Participant.ofGuest(Ids.create(now), id, guest, now);
        store.insert(List.of(one));
        record(who, "meeting.guest", id);
        return one.id();
    }

    /**
     * Takes a guest off the list.
     *
     * @throws Refusal 404, 409 where the meeting is closed or cancelled
     */
    public void removeGuest(UUID id, UUID guest, SignedIn who) {
        meetings.lockOpen(id);
        if (!store.deleteGuest(id, guest)) {
            throw Refusal.notFound();
        }
        record(who, "meeting.guest", id);
    }

    /** Deletes the names and addresses of guests of meetings that were more than {@value #YEARS} years ago. */
    public void forgetGuests() {
        Instant before =
                meetings.now().atZone(meetings.zone()).minusYears(YEARS).toInstant();
        int forgotten = store.forgetGuests(before);
        if (forgotten > 0) {
            audit.record(Actor.without("Kreiskonzept"), "meeting.guests-forgotten", String.valueOf(forgotten), "");
        }
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
