package de.kreiskonzept.platform.resolution.scheduling;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.meeting.agenda.Agendas;
import de.kreiskonzept.platform.meeting.agenda.ItemForm;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Puts papers on agendas: a new item with the title of the paper, public as the turn is. */
@Singleton
@InWorkspace
public class Scheduling {
    private final WaitingStore store;
    private final Agendas agendas;
    private final Meetings meetings;
    private final AuditTrail audit;

    Scheduling(WaitingStore store, Agendas agendas, Meetings meetings, AuditTrail audit) {
        this.store = store;
        this.agendas = agendas;
        this.meetings = meetings;
        this.audit = audit;
    }

    /** Turns of the committee of a meeting that stand on no agenda yet. */
    @InWorkspace(readOnly = true)
    public List<Waiting> list(Meeting meeting) {
        return store.list(meeting.committeeId());
    }

    /**
     * Puts a paper at the end of an agenda; gives the id of the item.
     *
     * @param turn of the committee of this meeting
     * @throws Refusal 404 where there is no such meeting or no such turn waits, 409 where the meeting is closed or cancelled or its
     *     agenda is full, 412 where somebody else was faster
     */
    public UUID put(UUID meeting, UUID turn, SignedIn who) {
        Waiting waiting = list(meetings.lockOpen(meeting)).stream()
                .filter(one -> one.turn().equals(turn))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return audit.getAsOne(
                new Actor(who.accountId(), who.name()),
                () -> place(waiting, meeting, who),
                item -> new Act("paper.chain", waiting.paper().toString(), ""));
    }

    private UUID place(Waiting waiting, UUID meeting, SignedIn who) {
        UUID item = agendas.add(meeting, new ItemForm("", waiting.title(), "", "", !waiting.isOpen(), ""), who);
        store.place(waiting.turn(), item);
        return item;
    }
}
