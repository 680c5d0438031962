package de.kreiskonzept.platform.meeting;

import static de.kreiskonzept.schema.workspace.Tables.MEETING;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_ITEM;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_CONSULTATION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_PAPER;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.AgendaItem;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.KeptSelect;
import de.kreiskonzept.schema.workspace.tables.Meeting;
import de.kreiskonzept.schema.workspace.tables.MeetingItem;
import de.kreiskonzept.schema.workspace.tables.ResolutionConsultation;
import de.kreiskonzept.schema.workspace.tables.records.MeetingItemRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL of agendas; reads one with the meetings its items come from and go to in one statement. */
@Singleton
@InWorkspace(readOnly = true)
public class AgendaStore {
    private static final MeetingItem EARLIER = MEETING_ITEM.as("earlier");
    private static final MeetingItem LATER = MEETING_ITEM.as("later");
    private static final Meeting EARLIER_MEETING = MEETING.as("earlier_meeting");
    private static final Meeting LATER_MEETING = MEETING.as("later_meeting");

    private static final ResolutionConsultation OTHER = RESOLUTION_CONSULTATION.as("other");
    private static final Field<Boolean> OPEN = DSL.field(DSL.notExists(DSL.selectOne()
            .from(OTHER)
            .where(OTHER.PAPER_ID.eq(RESOLUTION_PAPER.ID))
            .and(OTHER.PUBLICITY.ne(DSL.inline(Publicity.PUBLIC.text())))));
    private static final Field<List<TabledPaper>> PAPERS = DSL.multiset(DSL.select(
                            RESOLUTION_PAPER.ID,
                            RESOLUTION_PAPER.TITLE,
                            RESOLUTION_PAPER.NUMBER,
                            DSL.field(RESOLUTION_PAPER.SUBMITTED.gt(DSL.inline(0))),
                            OPEN,
                            RESOLUTION_CONSULTATION.PUBLICITY)
                    .from(RESOLUTION_CONSULTATION)
                    .join(RESOLUTION_PAPER)
                    .on(RESOLUTION_PAPER.ID.eq(RESOLUTION_CONSULTATION.PAPER_ID))
                    .where(RESOLUTION_CONSULTATION.MEETING_ITEM_ID.eq(MEETING_ITEM.ID))
                    .orderBy(RESOLUTION_PAPER.NUMBER, RESOLUTION_PAPER.ID))
            .as("papers")
            .convertFrom(rows -> rows.map(row -> new TabledPaper(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    Publicity.find(row.value6()).orElseThrow())));

    private final DSLContext dsl;
    private final KeptSelect linked;

    AgendaStore(DSLContext dsl) {
        this.dsl = dsl;
        this.linked = new KeptSelect(
                dsl,
                dsl.select(MEETING_ITEM.fields())
                        .select(PAPERS)
                        .select(EARLIER_MEETING.ID, EARLIER_MEETING.BEGINS, LATER_MEETING.ID, LATER_MEETING.BEGINS)
                        .from(MEETING_ITEM)
                        .leftJoin(EARLIER)
                        .on(EARLIER.ID.eq(MEETING_ITEM.CARRIED_FROM))
                        .leftJoin(EARLIER_MEETING)
                        .on(EARLIER_MEETING.ID.eq(EARLIER.MEETING_ID))
                        .leftJoin(LATER)
                        .on(LATER.CARRIED_FROM.eq(MEETING_ITEM.ID))
                        .leftJoin(LATER_MEETING)
                        .on(LATER_MEETING.ID.eq(LATER.MEETING_ID))
                        .where(MEETING_ITEM.MEETING_ID.eq(DSL.param("meeting", UUID.class)))
                        .orderBy(MEETING_ITEM.POSITION, MEETING_ITEM.ID, LATER_MEETING.BEGINS));
    }

    /** A meeting that an item comes from or goes to. */
    public record Link(UUID meeting, Instant begin) {}

    /**
     * The agenda of a meeting.
     *
     * @param earlier where an item comes from, by its id
     * @param later where an item goes to, by its id
     * @param papers that are dealt with under an item, by its id
     */
    public record Linked(
            Agenda agenda, Map<UUID, Link> earlier, Map<UUID, Link> later, Map<UUID, List<TabledPaper>> papers) {
        /** The same for those who see public items alone. */
        Linked open() {
            return new Linked(agenda.open(), earlier, later, papers);
        }
    }

    /** The agenda of a meeting with its links. */
    public Linked readLinked(UUID meeting) {
        var items = new LinkedHashMap<UUID, AgendaItem>();
        var earlier = new LinkedHashMap<UUID, Link>();
        var later = new LinkedHashMap<UUID, Link>();
        var papers = new LinkedHashMap<UUID, List<TabledPaper>>();
        linked.with(meeting).forEach(row -> {
            AgendaItem item = MeetingRows.item(row.into(MEETING_ITEM));
            items.put(item.id(), item);
            put(earlier, item.id(), row.get(EARLIER_MEETING.ID), row.get(EARLIER_MEETING.BEGINS));
            put(later, item.id(), row.get(LATER_MEETING.ID), row.get(LATER_MEETING.BEGINS));
            papers.put(item.id(), row.get(PAPERS));
        });
        return new Linked(Agenda.of(List.copyOf(items.values())), earlier, later, papers);
    }

    private static void put(Map<UUID, Link> links, UUID item, @Nullable UUID meeting, @Nullable OffsetDateTime begin) {
        if (meeting != null && begin != null) {
            links.put(item, new Link(meeting, begin.toInstant()));
        }
    }

    /** The agenda of a meeting. */
    public Agenda read(UUID meeting) {
        return Agenda.of(dsl.selectFrom(MEETING_ITEM)
                .where(MEETING_ITEM.MEETING_ID.eq(meeting))
                .fetch(MeetingRows::item));
    }

    /** The agendas of meetings, by the meeting; those without any item are not there. */
    public Map<UUID, Agenda> read(Collection<UUID> meetings) {
        var items = dsl.selectFrom(MEETING_ITEM)
                .where(MEETING_ITEM.MEETING_ID.in(meetings))
                .fetchGroups(MEETING_ITEM.MEETING_ID, MeetingRows::item);
        var agendas = new HashMap<UUID, Agenda>();
        items.forEach((meeting, of) -> agendas.put(meeting, Agenda.of(of)));
        return agendas;
    }

    /**
     * An item of an earlier meeting.
     *
     * @param begin of that meeting
     */
    public record Earlier(AgendaItem item, Instant begin) {}

    /** Items of meetings of the committee before this moment that no later meeting goes on with; the latest meeting first, at most 100. */
    public List<Earlier> listEarlier(UUID committee, Instant before) {
        return dsl.select(MEETING_ITEM.fields())
                .select(MEETING.BEGINS)
                .from(MEETING_ITEM)
                .join(MEETING)
                .on(MEETING.ID.eq(MEETING_ITEM.MEETING_ID))
                .where(MEETING.COMMITTEE_ID.eq(committee))
                .and(MEETING.BEGINS.lt(MeetingRows.time(before)))
                .and(MEETING_ITEM.APPROVES.isNull())
                .andNotExists(dsl.selectOne().from(LATER).where(LATER.CARRIED_FROM.eq(MEETING_ITEM.ID)))
                .orderBy(MEETING.BEGINS.desc(), MEETING_ITEM.POSITION, MEETING_ITEM.ID)
                .limit(100)
                .fetch(row -> new Earlier(
                        MeetingRows.item(row.into(MEETING_ITEM)),
                        row.get(MEETING.BEGINS).toInstant()));
    }

    /** Stores new items. */
    @InWorkspace(readOnly = false)
    public void insert(List<AgendaItem> items) {
        dsl.batchInsert(items.stream().map(MeetingRows::row).toList()).execute();
    }

    /**
     * Stores a changed item.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void update(AgendaItem item) {
        MeetingItemRecord row = MeetingRows.row(item);
        row.setVersion(item.version() + 1);
        Refusal.staleUnlessOne(dsl.update(MEETING_ITEM)
                .set(row)
                .where(MEETING_ITEM.ID.eq(item.id()))
                .and(MEETING_ITEM.VERSION.eq(item.version()))
                .execute());
    }

    /** Gives items the places in which they stand here, from 0 on. */
    @InWorkspace(readOnly = false)
    public void order(List<UUID> items) {
        var places = new ArrayList<Query>();
        for (UUID item : items) {
            places.add(dsl.update(MEETING_ITEM)
                    .set(MEETING_ITEM.POSITION, places.size())
                    .where(MEETING_ITEM.ID.eq(item)));
        }
        dsl.batch(places).execute();
    }

    /**
     * Deletes an item with those below it.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void delete(UUID id, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(MEETING_ITEM)
                .where(MEETING_ITEM.ID.eq(id))
                .and(MEETING_ITEM.VERSION.eq(version))
                .execute());
    }

    /** Whether a committee has written down what came of a paper under one of these items. */
    public boolean hasDecided(Collection<UUID> items) {
        return dsl.fetchExists(dsl.selectOne()
                .from(RESOLUTION_CONSULTATION)
                .where(RESOLUTION_CONSULTATION.MEETING_ITEM_ID.in(items))
                .and(RESOLUTION_CONSULTATION.RESULT.ne(Result.NONE.text())));
    }

    /**
     * Puts papers under the items of this meeting that go on with earlier ones: what is still open there, and the next turn of what was
     * put off there.
     */
    @InWorkspace(readOnly = false)
    public void carryPapers(UUID meeting) {
        dsl.update(RESOLUTION_CONSULTATION)
                .set(RESOLUTION_CONSULTATION.MEETING_ITEM_ID, MEETING_ITEM.ID)
                .set(RESOLUTION_CONSULTATION.VERSION, RESOLUTION_CONSULTATION.VERSION.plus(1))
                .from(MEETING_ITEM)
                .where(MEETING_ITEM.MEETING_ID.eq(meeting))
                .and(RESOLUTION_CONSULTATION.RESULT.eq(Result.NONE.text()))
                .and(RESOLUTION_CONSULTATION
                        .MEETING_ITEM_ID
                        .eq(MEETING_ITEM.CARRIED_FROM)
                        .or(RESOLUTION_CONSULTATION.MEETING_ITEM_ID.isNull().andExists(putOff())))
                .execute();
    }

    private static Select<?> putOff() {
        return DSL.selectOne()
                .from(OTHER)
                .where(OTHER.MEETING_ITEM_ID.eq(MEETING_ITEM.CARRIED_FROM))
                .and(OTHER.RESULT.eq(Result.POSTPONED.text()))
                .and(OTHER.PAPER_ID.eq(RESOLUTION_CONSULTATION.PAPER_ID))
                .and(OTHER.COMMITTEE_ID.eq(RESOLUTION_CONSULTATION.COMMITTEE_ID))
                .and(OTHER.POSITION.lt(RESOLUTION_CONSULTATION.POSITION));
    }
}
