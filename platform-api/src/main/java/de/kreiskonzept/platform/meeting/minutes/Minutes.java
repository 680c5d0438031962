package de.kreiskonzept.platform.meeting.minutes;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.meeting.attendance.AttendanceSheet;
import de.kreiskonzept.platform.meeting.attendance.Attendances;
import de.kreiskonzept.platform.meeting.minutes.Remark.State;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes minutes from the draft by way of remarks to the approved text, which nobody changes any more. */
@Singleton
@InWorkspace
public class Minutes {
    private final MinutesStore store;
    private final Attendances attendances;
    private final Meetings meetings;
    private final Secretary secretary;
    private final AuditTrail audit;

    Minutes(MinutesStore store, Attendances attendances, Meetings meetings, Secretary secretary, AuditTrail audit) {
        this.store = store;
        this.attendances = attendances;
        this.meetings = meetings;
        this.secretary = secretary;
        this.audit = audit;
    }

    /**
     * The minutes of a meeting: whoever prepares it (lead and chair) sees the draft until they are approved, members what went out, all
     * others the public part of what was approved.
     *
     * @throws Refusal 404 where there is no such meeting
     */
    @InWorkspace(readOnly = true)
    public MinutesSheet get(UUID id, SignedIn who) {
        AttendanceSheet attendance = attendances.get(id, who);
        List<Edition> editions = store.list(id);
        if (!attendance.sheet().all()) {
            List<Edition> approved = editions.stream().filter(Edition::approved).toList();
            MinutesText text = approved.stream()
                    .findFirst()
                    .map(edition -> edition.text().open())
                    .orElse(null);
            return new MinutesSheet(attendance.sheet(), text, approved, List.of());
        }
        MinutesText latest = editions.stream().findFirst().map(Edition::text).orElse(null);
        boolean drafting = attendance.sheet().drafts() && editions.stream().noneMatch(Edition::approved);
        return new MinutesSheet(
                attendance.sheet(), drafting ? secretary.write(attendance) : latest, editions, store.listRemarks(id));
    }

    /**
     * Sends the minutes round for remarks and puts their approval on the next agenda.
     *
     * @throws Refusal 404, 412 where the meeting has changed in between, 409 where something is missing
     */
    public void circulate(UUID id, long version, SignedIn who) {
        MinutesSheet sheet = locked(id, version, who);
        keep(sheet, false, who);
        secretary.putApproval(sheet.sheet());
        record(who, "minutes.circulated", id);
    }

    /**
     * Approves the minutes; the meeting is closed.
     *
     * @throws Refusal 404, 412 where the meeting has changed in between, 409 where something is missing, a remark has no answer or something
     *     was decided without a quorum
     */
    public void approve(UUID id, long version, SignedIn who) {
        MinutesSheet sheet = locked(id, version, who);
        if (!sheet.takesRemarks()) {
            throw refused("minutes.refused.notCirculated");
        }
        if (sheet.open() > 0) {
            throw refused("minutes.refused.remarks");
        }
        if (secretary.decidesWithoutQuorum(attendances.get(id, who))) {
            throw refused("minutes.refused.quorum");
        }
        audit.recordAsOne(new Actor(who.accountId(), who.name()), "minutes.approved", id.toString(), "", () -> {
            keep(sheet, true, who);
            meetings.go(id, version, MeetingState.CLOSED, "", who);
        });
    }

    private MinutesSheet locked(UUID id, long version, SignedIn who) {
        Meeting meeting = meetings.lockOpen(id);
        if (meeting.version() != version) {
            throw Refusal.stale();
        }
        MinutesSheet sheet = get(id, who);
        sheet.hindrances().stream().findFirst().ifPresent(one -> {
            throw refused(one.wordKey());
        });
        return sheet;
    }

    private void keep(MinutesSheet sheet, boolean approved, SignedIn who) {
        Instant now = sheet.sheet().now();
        MinutesText text =
                secretary.write(attendances.get(sheet.sheet().meeting().id(), who));
        int number = sheet.latest().map(Edition::number).orElse(0) + 1;
        store.insert(
                Ids.create(now),
                sheet.sheet().meeting().id(),
                number,
                approved,
                new MinutesStore.Written(text, who.name(), now));
    }

    /**
     * Says something about minutes that went out.
     *
     * @param item null for the minutes as a whole
     * @throws Refusal 404 where there is no such meeting or the person does not belong to the committee, 409 where the minutes are not
     *     out for remarks
     */
    public void remark(UUID id, @Nullable UUID item, String text, SignedIn who) {
        meetings.lockOpen(id);
        MinutesSheet sheet = get(id, who);
        if (!sheet.sheet().all()) {
            throw Refusal.notFound();
        }
        if (!sheet.takesRemarks()) {
            throw refused("minutes.refused.notCirculated");
        }
        if (item != null && sheet.sheet().agenda().find(item).isEmpty()) {
            throw Refusal.notFound();
        }
        Instant now = meetings.now();
        int edition = sheet.latest().map(Edition::number).orElseThrow();
        store.insert(new Remark(
                Ids.create(now), id, item, edition, who.accountId(), who.name(), text, State.OPEN, "", now, 0));
        record(who, "minutes.remarked", id);
    }

    /**
     * Answers a remark.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 where the minutes are not out for remarks
     */
    public void answer(UUID id, UUID remark, long version, Answered answered, SignedIn who) {
        meetings.lockOpen(id);
        Remark before = store.listRemarks(id).stream()
                .filter(one -> one.id().equals(remark))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        store.update(before.answered(answered.state(), answered.words()), meetings.now());
        record(who, "minutes.answered", id);
    }

    /** What becomes of a remark. */
    public record Answered(State state, String words) {}

    private static Refusal refused(String key) {
        return new Refusal(HttpStatus.CONFLICT, "meeting-not-ready", key);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
