package de.kreiskonzept.platform.resolution;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_ATTACHMENT;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_CONSULTATION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_DECISION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_PAPER;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_PART;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_POINT;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Insight;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.committee.decided.DecisionRows;
import de.kreiskonzept.platform.identity.insight.Insights;
import de.kreiskonzept.platform.resolution.agenda.Place;
import de.kreiskonzept.platform.resolution.agenda.Places;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL of papers themselves, and what is read with one of them. */
@Singleton
@InWorkspace(readOnly = true)
public class PaperStore {
    private static final Condition HAS_TURN = DSL.exists(DSL.selectOne()
            .from(RESOLUTION_CONSULTATION)
            .where(RESOLUTION_CONSULTATION.PAPER_ID.eq(RESOLUTION_PAPER.ID)));
    private static final Condition HAS_CLOSED_TURN = DSL.exists(DSL.selectOne()
            .from(RESOLUTION_CONSULTATION)
            .where(RESOLUTION_CONSULTATION.PAPER_ID.eq(RESOLUTION_PAPER.ID))
            .and(RESOLUTION_CONSULTATION.PUBLICITY.ne(Publicity.PUBLIC.text())));
    private static final Field<String[]> COMMITTEES = DSL.array(DSL.select(COMMITTEE.NAME)
            .from(RESOLUTION_CONSULTATION)
            .join(COMMITTEE)
            .on(COMMITTEE.ID.eq(RESOLUTION_CONSULTATION.COMMITTEE_ID))
            .where(RESOLUTION_CONSULTATION.PAPER_ID.eq(RESOLUTION_PAPER.ID))
            .orderBy(RESOLUTION_CONSULTATION.POSITION));

    private final DSLContext dsl;
    private final Places places;

    PaperStore(DSLContext dsl, Places places) {
        this.dsl = dsl;
        this.places = places;
    }

    /**
     * A paper in a list.
     *
     * @param committees names in the order of their turns; one that deals with it twice comes twice
     */
    public record Line(CouncilPaper paper, List<String> committees) {}

    /**
     * Part of a list.
     *
     * @param total number of papers that the filter lets through
     */
    public record Page(List<Line> lines, long total) {}

    /** Papers that this person may read and the filter lets through, the latest first. */
    Page list(PaperFilter filter, Insight insight, int offset, int limit) {
        Condition wanted = visible(insight);
        if (filter.kind() != null) {
            wanted = wanted.and(RESOLUTION_PAPER.KIND.eq(filter.kind().text()));
        }
        if (filter.state() != null) {
            wanted = wanted.and(RESOLUTION_PAPER.STATE.eq(filter.state().text()));
        }
        if (filter.version() != null) {
            wanted = wanted.and(RESOLUTION_PAPER.VERSION_ID.eq(filter.version()));
        }
        List<Line> lines = dsl.select(RESOLUTION_PAPER.fields())
                .select(COMMITTEES)
                .from(RESOLUTION_PAPER)
                .where(wanted)
                .orderBy(RESOLUTION_PAPER.CREATED_AT.desc(), RESOLUTION_PAPER.ID)
                .offset(offset)
                .limit(limit)
                .fetch(row -> new Line(PaperRows.paper(row.into(RESOLUTION_PAPER)), List.of(row.get(COMMITTEES))));
        return new Page(lines, dsl.fetchCount(RESOLUTION_PAPER, wanted));
    }

    private static Condition visible(Insight insight) {
        if (insight.everything()) {
            return DSL.noCondition();
        }
        Condition sent = hasTurn(Insights.reads(insight, RESOLUTION_CONSULTATION.COMMITTEE_ID))
                .or(HAS_TURN.andNot(HAS_CLOSED_TURN));
        return RESOLUTION_PAPER
                .SUBMITTED
                .gt(0)
                .and(sent)
                .or(hasTurn(Insights.prepares(insight, RESOLUTION_CONSULTATION.COMMITTEE_ID)));
    }

    private static Condition hasTurn(Condition wanted) {
        return DSL.exists(DSL.selectOne()
                .from(RESOLUTION_CONSULTATION)
                .where(RESOLUTION_CONSULTATION.PAPER_ID.eq(RESOLUTION_PAPER.ID))
                .and(wanted));
    }

    /** The paper with this id. */
    public Optional<CouncilPaper> find(UUID id) {
        return dsl.selectFrom(RESOLUTION_PAPER)
                .where(RESOLUTION_PAPER.ID.eq(id))
                .fetchOptional(PaperRows::paper);
    }

    /** The paper with this id; others wait with theirs until the transaction ends. */
    @InWorkspace(readOnly = false)
    public Optional<CouncilPaper> lock(UUID id) {
        return dsl.selectFrom(RESOLUTION_PAPER)
                .where(RESOLUTION_PAPER.ID.eq(id))
                .forUpdate()
                .fetchOptional(PaperRows::paper);
    }

    /** The paper with one edition of its text. */
    public Whole whole(CouncilPaper paper, int edition) {
        UUID id = paper.id();
        return new Whole(
                paper,
                edition,
                paper.edition(),
                dsl.selectFrom(RESOLUTION_PART)
                        .where(RESOLUTION_PART.PAPER_ID.eq(id))
                        .and(RESOLUTION_PART.EDITION.eq(edition))
                        .orderBy(RESOLUTION_PART.POSITION, RESOLUTION_PART.ID)
                        .fetch(PaperRows::part),
                dsl.selectFrom(RESOLUTION_POINT)
                        .where(RESOLUTION_POINT.PAPER_ID.eq(id))
                        .and(RESOLUTION_POINT.EDITION.eq(edition))
                        .orderBy(RESOLUTION_POINT.POSITION, RESOLUTION_POINT.ID)
                        .fetch(PaperRows::point),
                dsl.select(PaperRows.HEAD)
                        .from(RESOLUTION_ATTACHMENT)
                        .where(RESOLUTION_ATTACHMENT.PAPER_ID.eq(id))
                        .and(RESOLUTION_ATTACHMENT.EDITION.eq(edition))
                        .orderBy(RESOLUTION_ATTACHMENT.POSITION, RESOLUTION_ATTACHMENT.ID)
                        .fetch(PaperRows::attachment),
                turns(id));
    }

    private List<Turn> turns(UUID paper) {
        var rows = dsl.select(RESOLUTION_CONSULTATION.fields())
                .select(RESOLUTION_DECISION.fields())
                .select(COMMITTEE.NAME)
                .from(RESOLUTION_CONSULTATION)
                .join(COMMITTEE)
                .on(COMMITTEE.ID.eq(RESOLUTION_CONSULTATION.COMMITTEE_ID))
                .leftJoin(RESOLUTION_DECISION)
                .on(RESOLUTION_DECISION.CONSULTATION_ID.eq(RESOLUTION_CONSULTATION.ID))
                .where(RESOLUTION_CONSULTATION.PAPER_ID.eq(paper))
                .orderBy(RESOLUTION_CONSULTATION.POSITION, RESOLUTION_CONSULTATION.ID)
                .fetch();
        Map<UUID, Place> known = places.find(rows.stream()
                .map(row -> row.get(RESOLUTION_CONSULTATION.MEETING_ITEM_ID))
                .filter(Objects::nonNull)
                .toList());
        return rows.map(row -> turn(row, known));
    }

    private static Turn turn(Record row, Map<UUID, Place> known) {
        UUID item = row.get(RESOLUTION_CONSULTATION.MEETING_ITEM_ID);
        Place place = item == null ? null : known.get(item);
        Consultation stored = PaperRows.consultation(row.into(RESOLUTION_CONSULTATION));
        return new Turn(
                place == null ? stored : stored.at(day(stored, place), place.number()),
                row.get(COMMITTEE.NAME),
                row.get(RESOLUTION_DECISION.ID) == null ? null : DecisionRows.decision(row.into(RESOLUTION_DECISION)),
                place,
                row.get(RESOLUTION_CONSULTATION.VERSION));
    }

    private static @Nullable LocalDate day(Consultation stored, Place place) {
        return stored.result() == Result.NONE ? place.day() : stored.day();
    }

    @InWorkspace(readOnly = false)
    void insert(CouncilPaper paper) {
        dsl.insertInto(RESOLUTION_PAPER).set(PaperRows.row(paper)).execute();
    }

    /**
     * Stores a changed paper.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void update(CouncilPaper paper) {
        var row = PaperRows.row(paper);
        row.setVersion(paper.version() + 1);
        Refusal.staleUnlessOne(dsl.update(RESOLUTION_PAPER)
                .set(row)
                .where(RESOLUTION_PAPER.ID.eq(paper.id()))
                .and(RESOLUTION_PAPER.VERSION.eq(paper.version()))
                .execute());
    }

    /**
     * Deletes a paper with its text.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(CouncilPaper paper) {
        Refusal.staleUnlessOne(dsl.deleteFrom(RESOLUTION_PAPER)
                .where(RESOLUTION_PAPER.ID.eq(paper.id()))
                .and(RESOLUTION_PAPER.VERSION.eq(paper.version()))
                .execute());
    }
}
