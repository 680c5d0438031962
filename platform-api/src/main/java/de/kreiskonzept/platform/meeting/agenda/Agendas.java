package de.kreiskonzept.platform.meeting.agenda;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.AgendaItem;
import de.kreiskonzept.model.meeting.AgendaTemplate;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.platform.meeting.AgendaStore;
import de.kreiskonzept.platform.meeting.AgendaStore.Earlier;
import de.kreiskonzept.platform.meeting.MeetingStore;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes agendas: whoever changes one holds its meeting, so that two people never put two items in one place. */
@Singleton
@InWorkspace
public class Agendas {
    private final AgendaStore store;
    private final MeetingStore meetingStore;
    private final Meetings meetings;
    private final AuditTrail audit;

    Agendas(AgendaStore store, MeetingStore meetingStore, Meetings meetings, AuditTrail audit) {
        this.store = store;
        this.meetingStore = meetingStore;
        this.meetings = meetings;
        this.audit = audit;
    }

    /**
     * Adds an item at the end of those beside it; gives its id.
     *
     * @throws Refusal 404 where there is no such meeting or the item above has gone, 409 where it is closed or cancelled
     */
    public UUID add(UUID meeting, ItemForm form, SignedIn who) {
        meetings.lockOpen(meeting);
        Agenda agenda = store.read(meeting);
        Instant now = meetings.now();
        UUID parent = form.parentId();
        if (parent != null && agenda.find(parent).isEmpty()) {
            throw Refusal.notFound();
        }
        requireRoom(agenda, 1);
        AgendaItem item = AgendaItem.begun(Ids.create(now), meeting, form.words(), now)
                .placed(parent, agenda.below(parent).size());
        store.insert(List.of(item));
        meetingStore.touchAgenda(meeting, now);
        record(who, "agenda-item.created", item.id());
        return item.id();
    }

    /**
     * Changes an item; where it comes below another one, it stands at the end there.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 where the meeting is closed or cancelled
     */
    public void change(UUID meeting, UUID id, long version, ItemForm form, SignedIn who) {
        meetings.lockOpen(meeting);
        Agenda agenda = store.read(meeting);
        AgendaItem before = item(agenda, id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        Instant now = meetings.now();
        UUID parent = form.parentId();
        AgendaItem after = before.changed(form.words(), parent, now);
        boolean moves = !Objects.equals(parent, before.parentId());
        if (moves) {
            after = after.placed(parent, agenda.below(parent).size());
        }
        store.update(after);
        if (moves) {
            meetingStore.touchAgenda(meeting, now);
        }
        record(who, "agenda-item.changed", id);
    }

    /**
     * Swaps an item with the one before or after it; nothing happens at the end of the row.
     *
     * @param version of the agenda
     * @throws Refusal 404, 412 where items came, went or moved in between, 409 where the meeting is closed or cancelled
     */
    public void move(UUID meeting, UUID id, long version, boolean up, SignedIn who) {
        Meeting locked = meetings.lockOpen(meeting);
        Agenda agenda = store.read(meeting);
        AgendaItem item = item(agenda, id);
        if (locked.agendaVersion() != version) {
            throw Refusal.stale();
        }
        store.order(agenda.moved(item, up));
        meetingStore.touchAgenda(meeting, meetings.now());
        record(who, "agenda-item.moved", id);
    }

    /**
     * Deletes an item with those below it.
     *
     * @throws Refusal 404, 412 where it has changed in between, 409 where the meeting is closed or cancelled or the committee has dealt
     *     with a paper there
     */
    public void delete(UUID meeting, UUID id, long version, SignedIn who) {
        meetings.lockOpen(meeting);
        Agenda agenda = store.read(meeting);
        item(agenda, id);
        if (store.hasDecided(agenda.within(id))) {
            throw new Refusal(HttpStatus.CONFLICT, "agenda-decided", "agenda.fault.decided");
        }
        store.delete(id, version);
        meetingStore.touchAgenda(meeting, meetings.now());
        record(who, "agenda-item.deleted", id);
    }

    /** Items of earlier meetings of the same committee that nothing goes on with. */
    @InWorkspace(readOnly = true)
    public List<Earlier> listEarlier(Meeting meeting) {
        return store.listEarlier(meeting.committeeId(), meeting.when().begin());
    }

    /**
     * Carries items of earlier meetings over to the end of the agenda; each keeps its link and takes along the papers that are still
     * open.
     *
     * @throws Refusal 404 where one of them cannot be carried over, 409 where the meeting is closed or cancelled
     */
    public void carry(UUID meeting, List<UUID> earlier, SignedIn who) {
        Meeting locked = meetings.lockOpen(meeting);
        Agenda agenda = store.read(meeting);
        requireRoom(agenda, earlier.size());
        List<Earlier> offered = listEarlier(locked);
        Instant now = meetings.now();
        var items = new ArrayList<AgendaItem>();
        for (UUID id : earlier.stream().distinct().toList()) {
            AgendaItem from = offered.stream()
                    .map(Earlier::item)
                    .filter(item -> item.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            var words = new AgendaItem.Words("", from.title(), from.text(), from.isPublic(), "");
            items.add(AgendaItem.begun(Ids.create(now), meeting, words, now)
                    .placed(null, agenda.below(null).size() + items.size())
                    .carriedFrom(id));
        }
        insert(meeting, items, who);
        store.carryPapers(meeting);
    }

    /**
     * Adds the items of a template at the end of the agenda.
     *
     * @throws Refusal 404 where there is no such meeting, 409 where it is closed or cancelled
     */
    public void apply(UUID meeting, AgendaTemplate template, SignedIn who) {
        meetings.lockOpen(meeting);
        Agenda agenda = store.read(meeting);
        List<AgendaTemplate.Entry> entries = template.entries();
        requireRoom(agenda, entries.size());
        Instant now = meetings.now();
        var items = new ArrayList<AgendaItem>();
        var above = new ArrayList<AgendaItem>();
        for (AgendaTemplate.Entry entry : entries) {
            AgendaItem parent = entry.depth() == 1 ? null : above.get(entry.depth() - 2);
            UUID parentId = parent == null ? null : parent.id();
            boolean open = entry.isPublic() && (parent == null || parent.isPublic());
            AgendaItem item = AgendaItem.begun(
                            Ids.create(now), meeting, new AgendaItem.Words("", entry.title(), "", open, ""), now)
                    .placed(parentId, place(agenda, items, parentId));
            items.add(item);
            above.subList(entry.depth() - 1, above.size()).clear();
            above.add(item);
        }
        insert(meeting, items, who);
    }

    private static int place(Agenda agenda, List<AgendaItem> added, @Nullable UUID parent) {
        return agenda.below(parent).size()
                + (int) added.stream()
                        .filter(item -> Objects.equals(item.parentId(), parent))
                        .count();
    }

    private void insert(UUID meeting, List<AgendaItem> items, SignedIn who) {
        store.insert(items);
        meetingStore.touchAgenda(meeting, meetings.now());
        audit.recordAsOne(
                new Actor(who.accountId(), who.name()),
                "agenda.filled",
                meeting.toString(),
                "",
                () -> items.forEach(item -> record(who, "agenda-item.created", item.id())));
    }

    private static void requireRoom(Agenda agenda, int more) {
        if (agenda.lines().size() + more > Agenda.MOST) {
            throw new Refusal(HttpStatus.CONFLICT, "agenda-full", "agenda.fault.many", Agenda.MOST);
        }
    }

    private static AgendaItem item(Agenda agenda, UUID id) {
        return agenda.find(id).orElseThrow(Refusal::notFound).item();
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
