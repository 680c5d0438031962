package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.Insight;
import de.kreiskonzept.model.meeting.Hindrance;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.identity.insight.Insights;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.WithoutData;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Plans meetings, moves them, and takes them from one state to the next. */
@Singleton
@InWorkspace
public class Meetings {
    private final MeetingStore store;
    private final AgendaStore agendas;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher<MeetingCancelled> cancelled;
    private final Insights insights;

    Meetings(
            MeetingStore store,
            AgendaStore agendas,
            AuditTrail audit,
            Clock clock,
            ApplicationEventPublisher<MeetingCancelled> cancelled,
            Insights insights) {
        this.store = store;
        this.agendas = agendas;
        this.audit = audit;
        this.clock = clock;
        this.cancelled = cancelled;
        this.insights = insights;
    }

    /** The moment it is. */
    @WithoutData
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The zone in which meetings are planned. */
    @WithoutData
    public ZoneId zone() {
        return clock.getZone();
    }

    /** A form for this committee, now. */
    MeetingForm.Frame frame(Committee committee) {
        return new MeetingForm.Frame(committee, zone(), now());
    }

    /**
     * The meeting with this id, as this person may see it.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    public MeetingSheet get(UUID id, SignedIn who) {
        MeetingStore.Listed listed = store.find(id).orElseThrow(Refusal::notFound);
        AgendaStore.Linked linked = agendas.readLinked(id);
        Insight insight = insights.of(who);
        boolean all = MeetingSheet.isAll(listed.meeting(), insight);
        return new MeetingSheet(listed, all ? linked : linked.open(), insight, now(), zone());
    }

    /** The latest thousand meetings of all committees: what a calendar holds. */
    @InWorkspace(readOnly = true)
    public List<MeetingStore.Listed> listLatest() {
        return store.list(new MeetingFilter(null, MeetingFilter.Span.ALLE), now(), 0, 1_000);
    }

    /**
     * The meeting with this id; nobody else changes it until the transaction ends.
     *
     * @throws Refusal 404 where there is none
     */
    public Meeting lock(UUID id) {
        return store.lock(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The meeting with this id, locked, where its agenda may still be changed.
     *
     * @throws Refusal 404 where there is none, 409 where it is closed or cancelled
     */
    public Meeting lockOpen(UUID id) {
        Meeting meeting = lock(id);
        if (!MeetingSheet.isOpen(meeting)) {
            throw new Refusal(HttpStatus.CONFLICT, "meeting-over", "meeting.refused.over");
        }
        return meeting;
    }

    /** Plans a meeting, or one on each of the days of a series; gives their ids. */
    public List<UUID> create(Committee committee, MeetingForm form, SeriesForm series, SignedIn who) {
        Instant now = now();
        List<LocalDate> days = series.days(form, committee);
        UUID together = days.size() > 1 ? Ids.create(now) : null;
        var meetings = new ArrayList<Meeting>();
        for (LocalDate day : days) {
            meetings.add(new Meeting(
                    Ids.create(now),
                    committee.id(),
                    together,
                    form.title(),
                    form.when(day, zone()),
                    MeetingState.PLANNED,
                    "",
                    0,
                    Meeting.Invitations.NONE,
                    now,
                    now,
                    0));
        }
        store.insert(meetings);
        Runnable each = () -> meetings.forEach(meeting -> record(who, "meeting.created", meeting.id()));
        if (together == null) {
            each.run();
        } else {
            audit.recordAsOne(new Actor(who.accountId(), who.name()), "meeting.series", together.toString(), "", each);
        }
        return meetings.stream().map(Meeting::id).toList();
    }

    /**
     * Changes when, where and under which title it is.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 where it is closed or cancelled
     */
    public void change(UUID id, long version, MeetingForm form, SignedIn who) {
        Meeting meeting = lockOpen(id);
        requireVersion(meeting, version);
        store.update(meeting.moved(form.title(), form.when(zone()), now()));
        record(who, "meeting.changed", id);
    }

    /**
     * Takes a meeting to another state.
     *
     * @param reason why it is cancelled; empty for other states
     * @throws Refusal 404, 412 where it has changed in between, 409 where something is missing
     */
    public void go(UUID id, long version, MeetingState target, String reason, SignedIn who) {
        Meeting meeting = lock(id);
        requireVersion(meeting, version);
        MeetingStore.Listed listed = store.find(id).orElseThrow(Refusal::notFound);
        var hindrances = new ArrayList<>(meeting.hindrances(target, listed.facts(now())));
        if (target == MeetingState.CANCELLED && reason.isBlank()) {
            hindrances.add(Hindrance.NO_REASON);
        }
        if (!hindrances.isEmpty()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "meeting-not-ready",
                    hindrances.getFirst().wordKey());
        }
        store.update(meeting.in(target, reason, now()));
        if (target == MeetingState.CANCELLED && meeting.invitations().count() > 0) {
            cancelled.publishEvent(new MeetingCancelled(id, who));
        }
        record(who, "meeting." + target.text(), id);
    }

    /**
     * Deletes a meeting that nobody has been invited to.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 where people know of it already
     */
    public void delete(UUID id, long version, SignedIn who) {
        Meeting meeting = lock(id);
        if (meeting.state() != MeetingState.PLANNED
                || store.find(id).filter(MeetingStore.Listed::inMinutes).isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "meeting-in-use", "meeting.refused.inUse");
        }
        store.delete(id, version);
        record(who, "meeting.deleted", id);
    }

    private static void requireVersion(Meeting meeting, long version) {
        if (meeting.version() != version) {
            throw Refusal.stale();
        }
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
