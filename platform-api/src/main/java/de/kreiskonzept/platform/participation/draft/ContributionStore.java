package de.kreiskonzept.platform.participation.draft;

import static de.kreiskonzept.schema.workspace.Tables.PARTICIPATION_CONTRIBUTION;
import static de.kreiskonzept.schema.workspace.Tables.PARTICIPATION_INVITEE;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.participation.Contribution;
import de.kreiskonzept.model.participation.ContributionKind;
import de.kreiskonzept.model.participation.Decision;
import de.kreiskonzept.model.participation.InviteeKind;
import de.kreiskonzept.model.participation.Moderation;
import de.kreiskonzept.model.participation.Place;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ParticipationContributionRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** All SQL of what was said to drafts. */
@Singleton
@InWorkspace(readOnly = true)
class ContributionStore {
    private final DSLContext dsl;

    ContributionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What was said in a round, in the order it came. */
    List<Said> list(UUID round) {
        return list(PARTICIPATION_CONTRIBUTION.ROUND_ID.eq(round));
    }

    Optional<Said> find(UUID id) {
        return list(PARTICIPATION_CONTRIBUTION.ID.eq(id)).stream().findFirst();
    }

    private List<Said> list(Condition which) {
        return dsl.select(PARTICIPATION_CONTRIBUTION.fields())
                .select(PARTICIPATION_INVITEE.KIND, PARTICIPATION_INVITEE.NAME)
                .from(PARTICIPATION_CONTRIBUTION)
                .join(PARTICIPATION_INVITEE)
                .on(PARTICIPATION_INVITEE.ID.eq(PARTICIPATION_CONTRIBUTION.INVITEE_ID))
                .where(which)
                .orderBy(PARTICIPATION_CONTRIBUTION.CREATED_AT, PARTICIPATION_CONTRIBUTION.ID)
                .fetch(row -> new Said(
                        contribution(row.into(PARTICIPATION_CONTRIBUTION)),
                        InviteeKind.of(row.get(PARTICIPATION_INVITEE.KIND)),
                        row.get(PARTICIPATION_INVITEE.NAME)));
    }

    /** How often a link was used since then. */
    int countSince(UUID invitee, Instant since) {
        return dsl.fetchCount(
                PARTICIPATION_CONTRIBUTION,
                PARTICIPATION_CONTRIBUTION
                        .INVITEE_ID
                        .eq(invitee)
                        .and(PARTICIPATION_CONTRIBUTION.CREATED_AT.gt(since.atOffset(ZoneOffset.UTC))));
    }

    @InWorkspace(readOnly = false)
    void insert(Contribution contribution) {
        dsl.insertInto(PARTICIPATION_CONTRIBUTION).set(row(contribution)).execute();
    }

    /**
     * Stores a changed contribution.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(Contribution contribution) {
        ParticipationContributionRecord row = row(contribution);
        row.setVersion(contribution.version() + 1);
        int changed = dsl.update(PARTICIPATION_CONTRIBUTION)
                .set(row)
                .where(PARTICIPATION_CONTRIBUTION.ID.eq(contribution.id()))
                .and(PARTICIPATION_CONTRIBUTION.VERSION.eq(contribution.version()))
                .execute();
        Refusal.staleUnlessOne(changed);
    }

    private static ParticipationContributionRecord row(Contribution contribution) {
        Place place = contribution.place();
        return new ParticipationContributionRecord(
                contribution.id(),
                contribution.roundId(),
                contribution.inviteeId(),
                place.chapterId(),
                place.sectionId(),
                place.goalId(),
                place.words(),
                contribution.kind().text(),
                contribution.text(),
                contribution.author(),
                contribution.named(),
                contribution.moderation().text(),
                contribution.decision().text(),
                contribution.answer(),
                contribution.carriedOut(),
                contribution.createdAt().atOffset(ZoneOffset.UTC),
                contribution.modifiedAt().atOffset(ZoneOffset.UTC),
                contribution.version());
    }

    private static Contribution contribution(ParticipationContributionRecord row) {
        return new Contribution(
                row.getId(),
                row.getRoundId(),
                row.getInviteeId(),
                new Place(row.getChapterId(), row.getSectionId(), row.getGoalId(), row.getPlace()),
                ContributionKind.of(row.getKind()),
                row.getWords(),
                row.getAuthor(),
                row.getNamed(),
                Moderation.of(row.getModeration()),
                Decision.of(row.getDecision()),
                row.getAnswer(),
                row.getCarriedOut(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }
}
