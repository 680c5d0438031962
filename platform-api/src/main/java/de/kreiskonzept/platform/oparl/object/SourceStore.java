package de.kreiskonzept.platform.oparl.object;

import static de.kreiskonzept.schema.workspace.Tables.MEETING;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_ITEM;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_ATTACHMENT;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_CONSULTATION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_DECISION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_PAPER;

import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.AgendaItem;
import de.kreiskonzept.model.resolution.AttachmentKind;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.platform.committee.CommitteeStore;
import de.kreiskonzept.platform.committee.decided.DecisionRows;
import de.kreiskonzept.platform.meeting.MeetingRows;
import de.kreiskonzept.platform.resolution.Attachment;
import de.kreiskonzept.platform.resolution.PaperRows;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads what the objects of a county are made of in eight statements, and in one whether any of it has changed. */
@Singleton
@InWorkspace(readOnly = true)
public class SourceStore {
    private static final String MARK = """
            SELECT md5(concat_ws('|',
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, modified_at), 0)) FROM committee),
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, modified_at), 0)) FROM committee_seat_rule),
              (SELECT sum(hashtextextended(concat_ws(' ', rule_id, organisation_id), 0)) FROM committee_rule_organisation),
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, modified_at), 0)) FROM committee_person),
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, modified_at), 0)) FROM committee_term),
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, modified_at), 0)) FROM directory_organisation),
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, agenda_version, modified_at), 0)) FROM meeting),
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, modified_at, position), 0)) FROM meeting_item),
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, modified_at), 0)) FROM resolution_paper),
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, modified_at, position), 0)) FROM resolution_consultation),
              (SELECT sum(hashtextextended(concat_ws(' ', id, version, modified_at), 0)) FROM resolution_decision),
              (SELECT sum(hashtextextended(id::text, 0)) FROM resolution_attachment)))""";

    private static final Condition OPEN_TURNS_ONLY = DSL.notExists(DSL.selectOne()
            .from(RESOLUTION_CONSULTATION)
            .where(RESOLUTION_CONSULTATION.PAPER_ID.eq(RESOLUTION_PAPER.ID))
            .and(RESOLUTION_CONSULTATION.PUBLICITY.ne(Publicity.PUBLIC.text())));

    private final DSLContext dsl;
    private final CommitteeStore committees;

    SourceStore(DSLContext dsl, CommitteeStore committees) {
        this.dsl = dsl;
        this.committees = committees;
    }

    /** Says something else whenever a row changes that an object could be made of. */
    public String mark() {
        return dsl.fetchSingle(MARK).get(0, String.class);
    }

    /** The bytes of a file that was sent with a paper. */
    public Optional<byte[]> findFile(UUID id) {
        return dsl.select(RESOLUTION_ATTACHMENT.CONTENT)
                .from(RESOLUTION_ATTACHMENT)
                .where(RESOLUTION_ATTACHMENT.ID.eq(id))
                .fetchOptional(RESOLUTION_ATTACHMENT.CONTENT);
    }

    /** What anybody may know of, and what stands around it. */
    public Sources read(CouncilRelease release) {
        UUID[] open = release.ids().toArray(UUID[]::new);
        Condition held = MEETING.COMMITTEE_ID
                .eq(DSL.any(open))
                .and(MEETING.STATE
                        .in("invited", "held", "closed")
                        .or(MEETING.STATE.eq("cancelled").and(MEETING.INVITATIONS.gt(0))));
        Map<UUID, List<AgendaItem>> items = dsl.select(MEETING_ITEM.fields())
                .from(MEETING_ITEM)
                .join(MEETING)
                .on(MEETING.ID.eq(MEETING_ITEM.MEETING_ID))
                .where(held)
                .fetchGroups(MEETING_ITEM.MEETING_ID, row -> MeetingRows.item(row.into(MEETING_ITEM)));
        List<Sources.Sitting> sittings = dsl.selectFrom(MEETING)
                .where(held)
                .orderBy(MEETING.BEGINS, MEETING.ID)
                .fetch(row -> new Sources.Sitting(
                        MeetingRows.meeting(row), Agenda.of(items.getOrDefault(row.getId(), List.of()))));
        return new Sources(release, committees.read(), sittings, papers(open));
    }

    private List<Sources.Submitted> papers(UUID[] open) {
        List<CouncilPaper> papers = dsl.selectFrom(RESOLUTION_PAPER)
                .where(RESOLUTION_PAPER.SUBMITTED.gt(0))
                .and(RESOLUTION_PAPER.STATE.ne("withdrawn"))
                .and(OPEN_TURNS_ONLY)
                .andExists(DSL.selectOne()
                        .from(RESOLUTION_CONSULTATION)
                        .where(RESOLUTION_CONSULTATION.PAPER_ID.eq(RESOLUTION_PAPER.ID))
                        .and(RESOLUTION_CONSULTATION.COMMITTEE_ID.eq(DSL.any(open))))
                .orderBy(RESOLUTION_PAPER.SUBMITTED_AT, RESOLUTION_PAPER.ID)
                .fetch(PaperRows::paper);
        UUID[] ids = papers.stream().map(CouncilPaper::id).toArray(UUID[]::new);
        Map<UUID, List<Sources.Turn>> turns = turns(ids, open);
        Map<UUID, List<Attachment>> files = files(ids);
        return papers.stream()
                .map(paper -> new Sources.Submitted(
                        paper, turns.getOrDefault(paper.id(), List.of()), files.getOrDefault(paper.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Sources.Turn>> turns(UUID[] papers, UUID[] open) {
        return dsl.select(RESOLUTION_CONSULTATION.fields())
                .select(RESOLUTION_DECISION.fields())
                .from(RESOLUTION_CONSULTATION)
                .leftJoin(RESOLUTION_DECISION)
                .on(RESOLUTION_DECISION.CONSULTATION_ID.eq(RESOLUTION_CONSULTATION.ID))
                .and(RESOLUTION_DECISION.PUBLICITY.eq(Publicity.PUBLIC.text()))
                .where(RESOLUTION_CONSULTATION.PAPER_ID.eq(DSL.any(papers)))
                .and(RESOLUTION_CONSULTATION.COMMITTEE_ID.eq(DSL.any(open)))
                .orderBy(RESOLUTION_CONSULTATION.POSITION, RESOLUTION_CONSULTATION.ID)
                .fetchGroups(
                        RESOLUTION_CONSULTATION.PAPER_ID,
                        row -> new Sources.Turn(
                                PaperRows.consultation(row.into(RESOLUTION_CONSULTATION)),
                                row.get(RESOLUTION_CONSULTATION.MEETING_ITEM_ID),
                                row.get(RESOLUTION_DECISION.ID) == null
                                        ? null
                                        : DecisionRows.decision(row.into(RESOLUTION_DECISION))));
    }

    private Map<UUID, List<Attachment>> files(UUID[] papers) {
        return dsl.select(PaperRows.HEAD)
                .select(RESOLUTION_ATTACHMENT.PAPER_ID)
                .from(RESOLUTION_ATTACHMENT)
                .join(RESOLUTION_PAPER)
                .on(RESOLUTION_PAPER.ID.eq(RESOLUTION_ATTACHMENT.PAPER_ID))
                .and(RESOLUTION_PAPER.SUBMITTED.eq(RESOLUTION_ATTACHMENT.EDITION))
                .where(RESOLUTION_ATTACHMENT.PAPER_ID.eq(DSL.any(papers)))
                .and(RESOLUTION_ATTACHMENT.KIND.ne(AttachmentKind.OWN.text()))
                .orderBy(RESOLUTION_ATTACHMENT.POSITION, RESOLUTION_ATTACHMENT.ID)
                .fetchGroups(RESOLUTION_ATTACHMENT.PAPER_ID, PaperRows::attachment);
    }
}
