package de.kreiskonzept.platform.committee.decided;

import static de.kreiskonzept.schema.workspace.Tables.MEETING_ITEM;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_CONSULTATION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_DECISION;

import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Finds what was decided in a meeting. */
@Singleton
@InWorkspace(readOnly = true)
public class MeetingDecisions {
    private final DSLContext dsl;

    MeetingDecisions(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A decision of a meeting.
     *
     * @param item under which it was made; null where nobody has said so
     */
    public record Found(CouncilDecision decision, @Nullable UUID item) {}

    /**
     * Decisions under the items of a meeting, and those of the committee on its day that stand under no item of any meeting; the first
     * that was written down first.
     */
    public List<Found> list(UUID meeting, UUID committee, LocalDate day) {
        return dsl.select(RESOLUTION_DECISION.fields())
                .select(MEETING_ITEM.ID)
                .from(RESOLUTION_DECISION)
                .leftJoin(RESOLUTION_CONSULTATION)
                .on(RESOLUTION_CONSULTATION.ID.eq(RESOLUTION_DECISION.CONSULTATION_ID))
                .leftJoin(MEETING_ITEM)
                .on(MEETING_ITEM.ID.eq(RESOLUTION_CONSULTATION.MEETING_ITEM_ID))
                .where(MEETING_ITEM
                        .MEETING_ID
                        .eq(meeting)
                        .or(MEETING_ITEM
                                .ID
                                .isNull()
                                .and(RESOLUTION_DECISION.COMMITTEE_ID.eq(committee))
                                .and(RESOLUTION_DECISION.DECIDED_ON.eq(day))))
                .orderBy(RESOLUTION_DECISION.CREATED_AT, RESOLUTION_DECISION.ID)
                .fetch(row ->
                        new Found(DecisionRows.decision(row.into(RESOLUTION_DECISION)), row.get(MEETING_ITEM.ID)));
    }
}
