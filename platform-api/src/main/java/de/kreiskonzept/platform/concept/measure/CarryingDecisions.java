package de.kreiskonzept.platform.concept.measure;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_DECISION;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_MEASURE;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.identity.insight.Insights;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Which decisions of committees carry a measure. */
@Singleton
@InWorkspace(readOnly = true)
public class CarryingDecisions {
    private final DSLContext dsl;
    private final Insights insights;

    CarryingDecisions(DSLContext dsl, Insights insights) {
        this.dsl = dsl;
        this.insights = insights;
    }

    /**
     * A decision that carries a measure.
     *
     * @param committee its name
     */
    public record Carrying(UUID id, LocalDate day, String committee) {}

    /** Those that this person may read, the latest first. */
    List<Carrying> list(UUID measure, SignedIn who) {
        Condition visible = RESOLUTION_DECISION
                .PUBLICITY
                .eq("public")
                .or(Insights.reads(insights.of(who), RESOLUTION_DECISION.COMMITTEE_ID));
        return dsl.select(RESOLUTION_DECISION.ID, RESOLUTION_DECISION.DECIDED_ON, COMMITTEE.NAME)
                .from(RESOLUTION_MEASURE)
                .join(RESOLUTION_DECISION)
                .on(RESOLUTION_DECISION.ID.eq(RESOLUTION_MEASURE.DECISION_ID))
                .join(COMMITTEE)
                .on(COMMITTEE.ID.eq(RESOLUTION_DECISION.COMMITTEE_ID))
                .where(RESOLUTION_MEASURE.MEASURE_ID.eq(measure))
                .and(visible)
                .orderBy(RESOLUTION_DECISION.DECIDED_ON.desc(), RESOLUTION_DECISION.ID)
                .fetch(row -> new Carrying(row.value1(), row.value2(), row.value3()));
    }
}
