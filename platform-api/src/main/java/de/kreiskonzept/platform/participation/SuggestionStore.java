package de.kreiskonzept.platform.participation;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.PARTICIPATION_SUGGESTION;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.participation.Decision;
import de.kreiskonzept.model.participation.Suggestion;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ParticipationSuggestionRecord;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** All SQL of what people suggest at conferences. */
@Singleton
@InWorkspace(readOnly = true)
public class SuggestionStore {
    private final DSLContext dsl;

    SuggestionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A suggestion with the place of its goal.
     *
     * @param sectionId section of the goal; null where there is no goal
     */
    public record Placed(Suggestion suggestion, @Nullable UUID sectionId) {}

    /** The suggestions of a conference in the order of the concept, those to the concept as a whole at the end. */
    List<Placed> list(UUID conference) {
        return dsl.select(PARTICIPATION_SUGGESTION.fields())
                .select(CONCEPT_GOAL.SECTION_ID)
                .from(PARTICIPATION_SUGGESTION)
                .leftJoin(CONCEPT_GOAL)
                .on(CONCEPT_GOAL.ID.eq(PARTICIPATION_SUGGESTION.GOAL_ID))
                .leftJoin(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_GOAL.SECTION_ID))
                .where(PARTICIPATION_SUGGESTION.CONFERENCE_ID.eq(conference))
                .orderBy(
                        CONCEPT_SECTION.POSITION.asc().nullsLast(),
                        CONCEPT_SECTION.ID,
                        CONCEPT_GOAL.POSITION,
                        CONCEPT_GOAL.ID,
                        PARTICIPATION_SUGGESTION.GOAL.desc(),
                        PARTICIPATION_SUGGESTION.CREATED_AT,
                        PARTICIPATION_SUGGESTION.ID)
                .fetch(row ->
                        new Placed(suggestion(row.into(PARTICIPATION_SUGGESTION)), row.get(CONCEPT_GOAL.SECTION_ID)));
    }

    /** The suggestion with this id; empty where there is none. */
    Optional<Suggestion> find(UUID id) {
        return dsl.selectFrom(PARTICIPATION_SUGGESTION)
                .where(PARTICIPATION_SUGGESTION.ID.eq(id))
                .fetchOptional(SuggestionStore::suggestion);
    }

    /** Number of suggestions of all conferences that nobody has answered. */
    public int countOpen() {
        return dsl.fetchCount(PARTICIPATION_SUGGESTION, PARTICIPATION_SUGGESTION.DECISION.eq(Decision.OPEN.text()));
    }

    @InWorkspace(readOnly = false)
    void insert(Suggestion suggestion) {
        dsl.insertInto(PARTICIPATION_SUGGESTION).set(row(suggestion)).execute();
    }

    /**
     * Stores a changed suggestion.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(Suggestion suggestion) {
        ParticipationSuggestionRecord row = row(suggestion);
        row.setVersion(suggestion.version() + 1);
        int changed = dsl.update(PARTICIPATION_SUGGESTION)
                .set(row)
                .where(PARTICIPATION_SUGGESTION.ID.eq(suggestion.id()))
                .and(PARTICIPATION_SUGGESTION.VERSION.eq(suggestion.version()))
                .execute();
        Refusal.staleUnlessOne(changed);
    }

    private static ParticipationSuggestionRecord row(Suggestion suggestion) {
        return new ParticipationSuggestionRecord(
                suggestion.id(),
                suggestion.conferenceId(),
                suggestion.goalId(),
                suggestion.goal(),
                suggestion.text(),
                suggestion.origin(),
                suggestion.decision().text(),
                suggestion.answer(),
                suggestion.carriedOut(),
                suggestion.createdAt().atOffset(ZoneOffset.UTC),
                suggestion.modifiedAt().atOffset(ZoneOffset.UTC),
                suggestion.version());
    }

    private static Suggestion suggestion(ParticipationSuggestionRecord row) {
        return new Suggestion(
                row.getId(),
                row.getConferenceId(),
                row.getGoalId(),
                row.getGoal(),
                row.getWords(),
                row.getOrigin(),
                Decision.of(row.getDecision()),
                row.getAnswer(),
                row.getCarriedOut(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }
}
