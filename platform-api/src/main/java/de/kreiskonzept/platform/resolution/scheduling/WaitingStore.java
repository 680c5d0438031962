package de.kreiskonzept.platform.resolution.scheduling;

import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_CONSULTATION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_PAPER;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** All SQL of turns that stand on no agenda. */
@Singleton
@InWorkspace
class WaitingStore {
    private static final Condition WAITS =
            RESOLUTION_CONSULTATION.MEETING_ITEM_ID.isNull().and(RESOLUTION_CONSULTATION.RESULT.eq(Result.NONE.text()));

    private final DSLContext dsl;

    WaitingStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Turns of a committee that wait for an agenda, the oldest paper first. */
    @InWorkspace(readOnly = true)
    List<Waiting> list(UUID committee) {
        return dsl.select(
                        RESOLUTION_CONSULTATION.ID,
                        RESOLUTION_PAPER.ID,
                        RESOLUTION_PAPER.TITLE,
                        RESOLUTION_PAPER.NUMBER,
                        RESOLUTION_CONSULTATION.PUBLICITY)
                .from(RESOLUTION_CONSULTATION)
                .join(RESOLUTION_PAPER)
                .on(RESOLUTION_PAPER.ID.eq(RESOLUTION_CONSULTATION.PAPER_ID))
                .where(RESOLUTION_CONSULTATION.COMMITTEE_ID.eq(committee))
                .and(WAITS)
                .orderBy(RESOLUTION_PAPER.CREATED_AT, RESOLUTION_CONSULTATION.POSITION, RESOLUTION_CONSULTATION.ID)
                .fetch(row -> new Waiting(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Publicity.find(row.value5()).orElseThrow()));
    }

    /**
     * Says under which item a turn is.
     *
     * @throws Refusal 412 where somebody else has just put it on an agenda or written its result down
     */
    void place(UUID turn, UUID item) {
        int rows = dsl.update(RESOLUTION_CONSULTATION)
                .set(RESOLUTION_CONSULTATION.MEETING_ITEM_ID, item)
                .set(RESOLUTION_CONSULTATION.VERSION, RESOLUTION_CONSULTATION.VERSION.plus(1))
                .where(RESOLUTION_CONSULTATION.ID.eq(turn))
                .and(WAITS)
                .execute();
        Refusal.staleUnlessOne(rows);
    }
}
