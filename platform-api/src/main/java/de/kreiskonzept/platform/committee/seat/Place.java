package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.platform.committee.CommitteeBook;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.PathVariable;
import java.util.UUID;

/**
 * Which part of a committee an address names.
 *
 * @param id of the committee
 * @param part id of the rule or term
 */
@Introspected
record Place(
        @PathVariable String county,
        @PathVariable UUID id,
        @PathVariable UUID part) {
    /** The rule of this committee; 404 where it belongs to another one. */
    static SeatRule rule(CommitteeBook book, UUID committee, UUID id) {
        SeatRule rule = book.getRule(id);
        if (!rule.committeeId().equals(committee)) {
            throw Refusal.notFound();
        }
        return rule;
    }

    /** The term of this committee; 404 where it belongs to another one. */
    static TermOfOffice term(CommitteeBook book, UUID committee, UUID id) {
        TermOfOffice term = book.getTerm(id);
        rule(book, committee, term.ruleId());
        return term;
    }
}
