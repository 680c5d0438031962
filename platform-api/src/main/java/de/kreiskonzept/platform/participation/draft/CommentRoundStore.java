package de.kreiskonzept.platform.participation.draft;

import static de.kreiskonzept.schema.workspace.Tables.PARTICIPATION_COMMENT_ROUND;
import static de.kreiskonzept.schema.workspace.Tables.PARTICIPATION_CONTRIBUTION;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.participation.CommentRound;
import de.kreiskonzept.model.participation.CommentState;
import de.kreiskonzept.model.participation.Decision;
import de.kreiskonzept.model.participation.Moderation;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ParticipationCommentRoundRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL of comment rounds. */
@Singleton
@InWorkspace(readOnly = true)
public class CommentRoundStore {
    private final DSLContext dsl;

    CommentRoundStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * How much was said in a round.
     *
     * @param fresh contributions that nobody has looked at
     * @param waiting contributions without an answer that are not hidden
     */
    public record Counts(int all, int fresh, int waiting) {}

    /** A round in a list. */
    public record Line(CommentRound round, Counts counts) {}

    /** All rounds, the latest first. */
    List<Line> list() {
        return counted(DSL.noCondition());
    }

    /** The round with this id and how much was said in it; empty where there is none. */
    Optional<Line> findCounted(UUID id) {
        return counted(PARTICIPATION_COMMENT_ROUND.ID.eq(id)).stream().findFirst();
    }

    private List<Line> counted(Condition which) {
        var all = DSL.count(PARTICIPATION_CONTRIBUTION.ID);
        var fresh = DSL.count(PARTICIPATION_CONTRIBUTION.ID)
                .filterWhere(PARTICIPATION_CONTRIBUTION.MODERATION.eq(Moderation.NEW.text()));
        var waiting = DSL.count(PARTICIPATION_CONTRIBUTION.ID).filterWhere(isWaiting());
        return dsl.select(PARTICIPATION_COMMENT_ROUND.fields())
                .select(all, fresh, waiting)
                .from(PARTICIPATION_COMMENT_ROUND)
                .leftJoin(PARTICIPATION_CONTRIBUTION)
                .on(PARTICIPATION_CONTRIBUTION.ROUND_ID.eq(PARTICIPATION_COMMENT_ROUND.ID))
                .where(which)
                .groupBy(PARTICIPATION_COMMENT_ROUND.ID)
                .orderBy(PARTICIPATION_COMMENT_ROUND.DEADLINE.desc(), PARTICIPATION_COMMENT_ROUND.ID)
                .fetch(row -> new Line(
                        round(row.into(PARTICIPATION_COMMENT_ROUND)),
                        new Counts(row.get(all), row.get(fresh), row.get(waiting))));
    }

    private static Condition isWaiting() {
        return PARTICIPATION_CONTRIBUTION
                .DECISION
                .eq(Decision.OPEN.text())
                .and(PARTICIPATION_CONTRIBUTION.MODERATION.ne(Moderation.HIDDEN.text()));
    }

    /** Number of contributions without an answer by the rounds that have any. */
    public Map<UUID, Integer> countWaiting() {
        return dsl.select(PARTICIPATION_CONTRIBUTION.ROUND_ID, DSL.count())
                .from(PARTICIPATION_CONTRIBUTION)
                .where(isWaiting())
                .groupBy(PARTICIPATION_CONTRIBUTION.ROUND_ID)
                .orderBy(PARTICIPATION_CONTRIBUTION.ROUND_ID)
                .fetchMap(PARTICIPATION_CONTRIBUTION.ROUND_ID, row -> row.get(1, Integer.class));
    }

    /**
     * What came in since the lead was told last.
     *
     * @param contributions how many
     * @param toldAt until when the lead was told; null where never
     */
    public record News(
            UUID round,
            String name,
            int contributions,
            @Nullable Instant toldAt) {}

    /** The rounds with contributions until a moment of which the lead was not told. */
    public List<News> listNews(Instant until) {
        return dsl.select(
                        PARTICIPATION_COMMENT_ROUND.ID,
                        PARTICIPATION_COMMENT_ROUND.NAME,
                        PARTICIPATION_COMMENT_ROUND.TOLD_AT,
                        DSL.count())
                .from(PARTICIPATION_COMMENT_ROUND)
                .join(PARTICIPATION_CONTRIBUTION)
                .on(PARTICIPATION_CONTRIBUTION.ROUND_ID.eq(PARTICIPATION_COMMENT_ROUND.ID))
                .where(PARTICIPATION_CONTRIBUTION.CREATED_AT.le(until.atOffset(ZoneOffset.UTC)))
                .and(PARTICIPATION_COMMENT_ROUND
                        .TOLD_AT
                        .isNull()
                        .or(PARTICIPATION_CONTRIBUTION.CREATED_AT.gt(PARTICIPATION_COMMENT_ROUND.TOLD_AT)))
                .groupBy(PARTICIPATION_COMMENT_ROUND.ID)
                .orderBy(PARTICIPATION_COMMENT_ROUND.ID)
                .fetch(row -> new News(row.value1(), row.value2(), row.value4(), instant(row.value3())));
    }

    /** Notes until when the lead is told, unless another server was faster; the round itself stays as it is. */
    @InWorkspace(readOnly = false)
    public boolean tell(News news, Instant until) {
        return dsl.update(PARTICIPATION_COMMENT_ROUND)
                        .set(PARTICIPATION_COMMENT_ROUND.TOLD_AT, until.atOffset(ZoneOffset.UTC))
                        .where(PARTICIPATION_COMMENT_ROUND.ID.eq(news.round()))
                        .and(PARTICIPATION_COMMENT_ROUND.TOLD_AT.isNotDistinctFrom(time(news.toldAt())))
                        .execute()
                == 1;
    }

    /** The round with this id; empty where there is none. */
    Optional<CommentRound> find(UUID id) {
        return dsl.selectFrom(PARTICIPATION_COMMENT_ROUND)
                .where(PARTICIPATION_COMMENT_ROUND.ID.eq(id))
                .fetchOptional(CommentRoundStore::round);
    }

    @InWorkspace(readOnly = false)
    void insert(CommentRound round) {
        dsl.insertInto(PARTICIPATION_COMMENT_ROUND).set(row(round)).execute();
    }

    /**
     * Stores a changed round.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(CommentRound round) {
        ParticipationCommentRoundRecord row = row(round);
        row.setVersion(round.version() + 1);
        Refusal.staleUnlessOne(dsl.update(PARTICIPATION_COMMENT_ROUND)
                .set(row)
                .where(PARTICIPATION_COMMENT_ROUND.ID.eq(round.id()))
                .and(PARTICIPATION_COMMENT_ROUND.VERSION.eq(round.version()))
                .execute());
    }

    /**
     * Deletes a round with everybody who was to be invited.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(CommentRound round) {
        Refusal.staleUnlessOne(dsl.deleteFrom(PARTICIPATION_COMMENT_ROUND)
                .where(PARTICIPATION_COMMENT_ROUND.ID.eq(round.id()))
                .and(PARTICIPATION_COMMENT_ROUND.VERSION.eq(round.version()))
                .execute());
    }

    private static ParticipationCommentRoundRecord row(CommentRound round) {
        var row = PARTICIPATION_COMMENT_ROUND.newRecord();
        row.setId(round.id());
        row.setVersionId(round.versionId());
        row.setName(round.name());
        row.setIntroduction(round.introduction());
        row.setWhom(round.whom());
        row.setDeadline(round.deadline());
        row.setState(round.state().text());
        row.setOpenedAt(time(round.openedAt()));
        row.setClosedAt(time(round.closedAt()));
        row.setCreatedAt(round.createdAt().atOffset(ZoneOffset.UTC));
        row.setModifiedAt(round.modifiedAt().atOffset(ZoneOffset.UTC));
        row.setVersion(round.version());
        return row;
    }

    private static CommentRound round(ParticipationCommentRoundRecord row) {
        return new CommentRound(
                row.getId(),
                row.getVersionId(),
                row.getName(),
                row.getIntroduction(),
                row.getWhom(),
                row.getDeadline(),
                CommentState.of(row.getState()),
                instant(row.getOpenedAt()),
                instant(row.getClosedAt()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
