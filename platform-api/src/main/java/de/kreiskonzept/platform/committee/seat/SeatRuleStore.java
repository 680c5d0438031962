package de.kreiskonzept.platform.committee.seat;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_RULE_ORGANISATION;
import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_SEAT_RULE;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.platform.committee.CommitteeRows;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.CommitteeRuleOrganisationRecord;
import de.kreiskonzept.schema.workspace.tables.records.CommitteeSeatRuleRecord;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL that writes seat rules. */
@Singleton
@InWorkspace
class SeatRuleStore {
    private final DSLContext dsl;

    SeatRuleStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void insert(SeatRule rule) {
        dsl.insertInto(COMMITTEE_SEAT_RULE).set(CommitteeRows.row(rule)).execute();
        share(rule);
    }

    /**
     * Stores a changed rule.
     *
     * @throws Refusal 412 where it has changed in between
     */
    void update(SeatRule rule) {
        CommitteeSeatRuleRecord row = CommitteeRows.row(rule);
        row.setVersion(rule.version() + 1);
        Refusal.staleUnlessOne(dsl.update(COMMITTEE_SEAT_RULE)
                .set(row)
                .where(COMMITTEE_SEAT_RULE.ID.eq(rule.id()))
                .and(COMMITTEE_SEAT_RULE.VERSION.eq(rule.version()))
                .execute());
        dsl.deleteFrom(COMMITTEE_RULE_ORGANISATION)
                .where(COMMITTEE_RULE_ORGANISATION.RULE_ID.eq(rule.id()))
                .execute();
        share(rule);
    }

    private void share(SeatRule rule) {
        OffsetDateTime now = rule.modifiedAt().atOffset(ZoneOffset.UTC);
        dsl.batchInsert(rule.organisations().stream()
                        .map(id -> new CommitteeRuleOrganisationRecord(rule.id(), id, now, now, 0L))
                        .toList())
                .execute();
    }

    /**
     * Deletes a rule that nobody holds a seat of.
     *
     * @throws Refusal 412 where it has changed in between
     */
    void delete(UUID id, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(COMMITTEE_SEAT_RULE)
                .where(COMMITTEE_SEAT_RULE.ID.eq(id))
                .and(COMMITTEE_SEAT_RULE.VERSION.eq(version))
                .execute());
    }
}
