package de.kreiskonzept.platform.oparl.object;

import static de.kreiskonzept.platform.oparl.object.Edition.with;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.oparl.object.Sources.Sitting;
import de.kreiskonzept.platform.oparl.object.Sources.Turn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Meetings with their public items alone, which have running numbers of their own. */
final class MeetingObjects {
    private final Edition edition;
    private final Map<UUID, Turn> turns;
    private final Texts texts;

    /** @param turns public ones, by the item that they stand at */
    MeetingObjects(Edition edition, Map<UUID, Turn> turns, Texts texts) {
        this.edition = edition;
        this.turns = turns;
        this.texts = texts;
    }

    void add(Sitting sitting, String committee) {
        Meeting meeting = sitting.meeting();
        var facts = new LinkedHashMap<String, Object>();
        with(facts, "name", meeting.title().isEmpty() ? committee : committee + ": " + meeting.title());
        with(facts, "meetingState", texts.text(state(meeting.state())));
        with(facts, "cancelled", meeting.state() == MeetingState.CANCELLED);
        with(facts, "start", edition.time(meeting.when().begin()));
        with(facts, "end", edition.time(meeting.when().end()));
        with(facts, "location", location(meeting));
        with(facts, "organization", List.of(edition.links().object(OparlType.ORGANIZATION, meeting.committeeId())));
        with(facts, "agendaItem", items(meeting, sitting.agenda().outside()));
        edition.add(OparlType.MEETING, meeting.id(), facts);
    }

    private static String state(MeetingState state) {
        return switch (state) {
            case PLANNED -> "oparl.meeting.planned";
            case INVITED, HELD, CANCELLED -> "oparl.meeting.invited";
            case CLOSED -> "oparl.meeting.held";
        };
    }

    private @Nullable Map<String, Object> location(Meeting meeting) {
        if (meeting.when().location().isBlank()) {
            return null;
        }
        var facts = new LinkedHashMap<String, Object>();
        with(facts, "description", meeting.when().location());
        with(facts, "meeting", List.of(edition.links().object(OparlType.MEETING, meeting.id())));
        UUID id = UUID.nameUUIDFromBytes(("location " + meeting.id()).getBytes(StandardCharsets.US_ASCII));
        return Edition.inside(edition.add(OparlType.LOCATION, id, facts), "meeting");
    }

    private List<Map<String, Object>> items(Meeting meeting, Agenda agenda) {
        var items = new ArrayList<Map<String, Object>>();
        for (Agenda.Line line : agenda.lines()) {
            var facts = new LinkedHashMap<String, Object>();
            with(facts, "meeting", edition.links().object(OparlType.MEETING, meeting.id()));
            with(facts, "number", line.number());
            with(facts, "order", items.size() + 1);
            with(facts, "name", line.item().title());
            with(facts, "public", true);
            addTurn(facts, turns.get(line.item().id()));
            items.add(Edition.inside(
                    edition.add(OparlType.AGENDA_ITEM, line.item().id(), facts), "meeting"));
        }
        return items;
    }

    private void addTurn(Map<String, Object> facts, @Nullable Turn turn) {
        if (turn == null) {
            return;
        }
        with(
                facts,
                "consultation",
                edition.links()
                        .object(OparlType.CONSULTATION, turn.consultation().id()));
        if (turn.decision() != null) {
            with(facts, "result", texts.text(turn.decision().result().wordKey()));
            with(facts, "resolutionText", turn.decision().text());
        }
    }
}
