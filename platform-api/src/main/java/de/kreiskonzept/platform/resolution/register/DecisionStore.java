package de.kreiskonzept.platform.resolution.register;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_DECISION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_PAPER;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Insight;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.resolution.DecisionState;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.committee.decided.DecisionRows;
import de.kreiskonzept.platform.identity.insight.Insights;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.KeptSelect;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;

/** All SQL of the register; a page of it with the measures of each decision is one statement, its size another one. */
@Singleton
@InWorkspace(readOnly = true)
public class DecisionStore {
    private static final Field<UUID[]> MEASURES = DSL.array(DSL.select(CONCEPT_MEASURE.ID)
            .from(RESOLUTION_MEASURE)
            .join(CONCEPT_MEASURE)
            .on(CONCEPT_MEASURE.ID.eq(RESOLUTION_MEASURE.MEASURE_ID))
            .where(RESOLUTION_MEASURE.DECISION_ID.eq(RESOLUTION_DECISION.ID))
            .and(CONCEPT_MEASURE.DELETED_AT.isNull())
            .orderBy(CONCEPT_MEASURE.NUMBER, CONCEPT_MEASURE.ID));
    private static final Field<String[]> NAMES = DSL.array(
            DSL.select(DSL.trim(CONCEPT_MEASURE.NUMBER.concat(DSL.inline(" ")).concat(CONCEPT_MEASURE.TEXT)))
                    .from(RESOLUTION_MEASURE)
                    .join(CONCEPT_MEASURE)
                    .on(CONCEPT_MEASURE.ID.eq(RESOLUTION_MEASURE.MEASURE_ID))
                    .where(RESOLUTION_MEASURE.DECISION_ID.eq(RESOLUTION_DECISION.ID))
                    .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                    .orderBy(CONCEPT_MEASURE.NUMBER, CONCEPT_MEASURE.ID));

    private static final Condition PUBLIC = RESOLUTION_DECISION.PUBLICITY.eq(DSL.inline(Publicity.PUBLIC.text()));

    private final DSLContext dsl;
    private final KeptSelect latest;
    private final KeptSelect number;

    DecisionStore(DSLContext dsl) {
        Condition visible = PUBLIC.or(Insights.reads(RESOLUTION_DECISION.COMMITTEE_ID));
        this.dsl = dsl;
        this.latest = new KeptSelect(
                dsl,
                lines(visible).offset(DSL.param("offset", Integer.class)).limit(DSL.param("limit", Integer.class)));
        this.number = new KeptSelect(
                dsl, dsl.select(DSL.count()).from(RESOLUTION_DECISION).where(visible));
    }

    /**
     * Part of the register.
     *
     * @param total number of decisions that the filter lets through
     */
    public record Page(List<RegisterLine> lines, long total) {}

    /** Decisions that this reader may read and the filter lets through, the latest first. */
    Page list(DecisionFilter filter, LocalDate today, Insight insight, Part part) {
        if (filter.isEmpty()) {
            return list(insight, part);
        }
        Condition wanted = condition(filter, today).and(visible(insight));
        List<RegisterLine> lines =
                lines(wanted).offset(part.offset()).limit(part.limit()).fetch(DecisionStore::line);
        return new Page(lines, dsl.fetchCount(RESOLUTION_DECISION, wanted));
    }

    private Page list(Insight insight, Part part) {
        UUID[] own = insight.committees().toArray(UUID[]::new);
        return new Page(
                latest.with(insight.everything(), own, part.offset(), part.limit())
                        .fetch(DecisionStore::line),
                number.with(insight.everything(), own).fetchSingle().into(long.class));
    }

    /** Which rows of a list. */
    public record Part(int offset, int limit) {
        /** All of them. */
        public static final Part ALL = new Part(0, Integer.MAX_VALUE);
    }

    /** The decision with this id, if this reader may read it. */
    Optional<RegisterLine> find(UUID id, Insight insight) {
        return lines(RESOLUTION_DECISION.ID.eq(id).and(visible(insight))).fetchOptional(DecisionStore::line);
    }

    private SelectLimitStep<Record> lines(Condition wanted) {
        return dsl.select(RESOLUTION_DECISION.fields())
                .select(COMMITTEE.NAME, RESOLUTION_PAPER.TITLE, MEASURES, NAMES)
                .from(RESOLUTION_DECISION)
                .join(COMMITTEE)
                .on(COMMITTEE.ID.eq(RESOLUTION_DECISION.COMMITTEE_ID))
                .leftJoin(RESOLUTION_PAPER)
                .on(RESOLUTION_PAPER.ID.eq(RESOLUTION_DECISION.PAPER_ID))
                .where(wanted)
                .orderBy(RESOLUTION_DECISION.DECIDED_ON.desc(), RESOLUTION_DECISION.ID);
    }

    private static RegisterLine line(Record row) {
        UUID[] ids = row.get(MEASURES);
        String[] names = row.get(NAMES);
        return new RegisterLine(
                DecisionRows.decision(row.into(RESOLUTION_DECISION)),
                row.get(COMMITTEE.NAME),
                Objects.requireNonNullElse(row.get(RESOLUTION_PAPER.TITLE), ""),
                IntStream.range(0, ids.length)
                        .mapToObj(i -> new RegisterLine.Carried(ids[i], names[i]))
                        .toList());
    }

    private static Condition visible(Insight insight) {
        return PUBLIC.or(Insights.reads(insight, RESOLUTION_DECISION.COMMITTEE_ID));
    }

    private static Condition condition(DecisionFilter filter, LocalDate today) {
        Condition wanted = filter.overdue() ? late(today) : DSL.noCondition();
        if (filter.committee() != null) {
            wanted = wanted.and(RESOLUTION_DECISION.COMMITTEE_ID.eq(filter.committee()));
        }
        if (filter.state() != null) {
            wanted = wanted.and(RESOLUTION_DECISION.STATE.eq(filter.state().text()));
        }
        if (filter.from() != null) {
            wanted = wanted.and(RESOLUTION_DECISION.DECIDED_ON.ge(filter.from()));
        }
        if (filter.until() != null) {
            wanted = wanted.and(RESOLUTION_DECISION.DECIDED_ON.le(filter.until()));
        }
        return filter.search().isEmpty()
                ? wanted
                : wanted.and(RESOLUTION_DECISION
                        .BODY
                        .containsIgnoreCase(filter.search())
                        .or(RESOLUTION_DECISION.RESPONSIBLE.containsIgnoreCase(filter.search())));
    }

    private static Condition late(LocalDate today) {
        return RESOLUTION_DECISION
                .DUE
                .lt(today)
                .and(RESOLUTION_DECISION.STATE.in(DecisionState.OPEN.text(), DecisionState.IN_PROGRESS.text()))
                .and(RESOLUTION_DECISION.RESULT.ne(Result.REJECTED.text()));
    }

    /** Number of decisions that should be carried out by now and are not. */
    public int countLate(LocalDate today) {
        return dsl.fetchCount(RESOLUTION_DECISION, late(today));
    }

    @InWorkspace(readOnly = false)
    void insert(CouncilDecision decision) {
        dsl.insertInto(RESOLUTION_DECISION).set(DecisionRows.row(decision)).execute();
    }

    /**
     * Stores how far a decision is carried out.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(CouncilDecision decision) {
        Refusal.staleUnlessOne(dsl.update(RESOLUTION_DECISION)
                .set(RESOLUTION_DECISION.STATE, decision.state().text())
                .set(RESOLUTION_DECISION.RESPONSIBLE, decision.responsible())
                .set(RESOLUTION_DECISION.DUE, decision.due())
                .set(RESOLUTION_DECISION.MODIFIED_AT, decision.modifiedAt().atOffset(ZoneOffset.UTC))
                .set(RESOLUTION_DECISION.VERSION, decision.version() + 1)
                .where(RESOLUTION_DECISION.ID.eq(decision.id()))
                .and(RESOLUTION_DECISION.VERSION.eq(decision.version()))
                .execute());
    }

    /**
     * Gives a decision the day, words and votes of another one.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void correct(CouncilDecision before, CouncilDecision right) {
        var row = DecisionRows.row(right);
        row.setId(before.id());
        row.setState(before.state().text());
        row.setResponsible(before.responsible());
        row.setDue(before.due());
        row.setCreatedAt(before.createdAt().atOffset(ZoneOffset.UTC));
        row.setVersion(before.version() + 1);
        Refusal.staleUnlessOne(dsl.update(RESOLUTION_DECISION)
                .set(row)
                .where(RESOLUTION_DECISION.ID.eq(before.id()))
                .and(RESOLUTION_DECISION.VERSION.eq(before.version()))
                .execute());
    }

    /**
     * Deletes a decision.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(CouncilDecision decision) {
        Refusal.staleUnlessOne(dsl.deleteFrom(RESOLUTION_DECISION)
                .where(RESOLUTION_DECISION.ID.eq(decision.id()))
                .and(RESOLUTION_DECISION.VERSION.eq(decision.version()))
                .execute());
    }

    /** Says that a decision carries a measure; once is enough. */
    @InWorkspace(readOnly = false)
    void carry(UUID decision, UUID measure, Instant now) {
        var time = now.atOffset(ZoneOffset.UTC);
        dsl.insertInto(RESOLUTION_MEASURE)
                .set(RESOLUTION_MEASURE.DECISION_ID, decision)
                .set(RESOLUTION_MEASURE.MEASURE_ID, measure)
                .set(RESOLUTION_MEASURE.CREATED_AT, time)
                .set(RESOLUTION_MEASURE.MODIFIED_AT, time)
                .set(RESOLUTION_MEASURE.VERSION, 0L)
                .onConflictDoNothing()
                .execute();
    }

    /** Says that a decision does not carry a measure. */
    @InWorkspace(readOnly = false)
    void drop(UUID decision, UUID measure) {
        dsl.deleteFrom(RESOLUTION_MEASURE)
                .where(RESOLUTION_MEASURE.DECISION_ID.eq(decision))
                .and(RESOLUTION_MEASURE.MEASURE_ID.eq(measure))
                .execute();
    }
}
