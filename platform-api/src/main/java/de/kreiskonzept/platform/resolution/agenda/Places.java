package de.kreiskonzept.platform.resolution.agenda;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE;
import static de.kreiskonzept.schema.workspace.Tables.MEETING;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_ITEM;

import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.meeting.AgendaStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Reads the places where committees deal with papers, with numbers as the agendas have them now. */
@Singleton
@InWorkspace(readOnly = true)
public class Places {
    private final DSLContext dsl;
    private final AgendaStore agendas;
    private final Clock clock;

    Places(DSLContext dsl, AgendaStore agendas, Clock clock) {
        this.dsl = dsl;
        this.agendas = agendas;
        this.clock = clock;
    }

    /** The places of these items, by the item. */
    public Map<UUID, Place> find(Collection<UUID> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return list(MEETING.ID.in(
                        DSL.select(MEETING_ITEM.MEETING_ID).from(MEETING_ITEM).where(MEETING_ITEM.ID.in(items))))
                .collect(Collectors.toMap(Place::item, Function.identity()));
    }

    /** All items of meetings whose agenda may still be changed, the first meeting first. */
    public List<Place> listOpen() {
        return list(MEETING.STATE.notIn(MeetingState.CLOSED.text(), MeetingState.CANCELLED.text()))
                .toList();
    }

    private Stream<Place> list(Condition wanted) {
        var meetings = dsl.select(MEETING.ID, MEETING.BEGINS, COMMITTEE.ID, COMMITTEE.NAME)
                .from(MEETING)
                .join(COMMITTEE)
                .on(COMMITTEE.ID.eq(MEETING.COMMITTEE_ID))
                .where(wanted)
                .orderBy(MEETING.BEGINS, MEETING.ID)
                .fetch();
        Map<UUID, Agenda> all = agendas.read(meetings.getValues(MEETING.ID));
        return meetings.stream()
                .flatMap(meeting -> places(meeting, all.getOrDefault(meeting.get(MEETING.ID), Agenda.EMPTY)));
    }

    private Stream<Place> places(Record meeting, Agenda agenda) {
        Agenda open = agenda.open();
        return agenda.lines().stream()
                .map(line -> new Place(
                        meeting.get(MEETING.ID),
                        line.item().id(),
                        meeting.get(COMMITTEE.ID),
                        meeting.get(COMMITTEE.NAME),
                        meeting.get(MEETING.BEGINS)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate(),
                        line.number(),
                        open.find(line.item().id()).map(Agenda.Line::number).orElse(""),
                        line.item().title()));
    }
}
