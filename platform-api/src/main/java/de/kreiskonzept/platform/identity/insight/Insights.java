package de.kreiskonzept.platform.identity.insight;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE;
import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_PERSON;
import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_SEAT_RULE;
import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_TERM;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.committee.Insight;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Who may read what committees deal with in private: the lead everything, a member what concerns the committees in which the person of
 * the account holds a seat or stands in today, all others nothing. Pages and operations of all features ask here, at each request.
 */
@Singleton
@InWorkspace(readOnly = true)
public class Insights {
    private final DSLContext dsl;
    private final Clock clock;

    Insights(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** What this person may read now. */
    public Insight of(SignedIn who) {
        return switch (who.role()) {
            case Roles.LEAD -> Insight.EVERYTHING;
            case Roles.MEMBER -> ofMember(who.accountId());
            default -> Insight.PUBLIC;
        };
    }

    private Insight ofMember(UUID account) {
        LocalDate today = LocalDate.now(clock);
        var committees = new HashSet<UUID>();
        var chaired = new HashSet<UUID>();
        dsl.select(COMMITTEE_SEAT_RULE.COMMITTEE_ID, COMMITTEE_SEAT_RULE.CHAIR)
                .from(COMMITTEE_PERSON)
                .join(COMMITTEE_TERM)
                .on(COMMITTEE_TERM.PERSON_ID.eq(COMMITTEE_PERSON.ID))
                .join(COMMITTEE_SEAT_RULE)
                .on(COMMITTEE_SEAT_RULE.ID.eq(COMMITTEE_TERM.RULE_ID))
                .join(COMMITTEE)
                .on(COMMITTEE.ID.eq(COMMITTEE_SEAT_RULE.COMMITTEE_ID))
                .where(COMMITTEE_PERSON.ACCOUNT_ID.eq(account))
                .and(COMMITTEE_TERM.BEGINS.le(today))
                .and(COMMITTEE_TERM.ENDS.isNull().or(COMMITTEE_TERM.ENDS.ge(today)))
                .and(COMMITTEE_SEAT_RULE.VALID_UNTIL.isNull().or(COMMITTEE_SEAT_RULE.VALID_UNTIL.ge(today)))
                .and(COMMITTEE.DISSOLVED.isNull().or(COMMITTEE.DISSOLVED.gt(today)))
                .forEach(row -> {
                    committees.add(row.value1());
                    if (row.value2()) {
                        chaired.add(row.value1());
                    }
                });
        return new Insight(false, committees, chaired);
    }

    /** Rows of committees whose private matters the reader may read. */
    public static Condition reads(Insight insight, Field<UUID> committee) {
        return among(insight, committee, insight.committees());
    }

    /** The same in one text for all readers: its parameters are whether they read everything, and their committees. */
    public static Condition reads(Field<UUID> committee) {
        return DSL.condition(DSL.param("everything", Boolean.class))
                .or(committee.eq(DSL.any(DSL.param("committees", UUID[].class))));
    }

    /** Rows of committees of which the reader may read what is being prepared. */
    public static Condition prepares(Insight insight, Field<UUID> committee) {
        return among(insight, committee, insight.chaired());
    }

    private static Condition among(Insight insight, Field<UUID> committee, Set<UUID> some) {
        return insight.everything() ? DSL.trueCondition() : committee.in(some);
    }
}
