package de.kreiskonzept.platform.concept.check;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SMART;

import de.kreiskonzept.model.check.Criterion;
import de.kreiskonzept.model.check.Judgement;
import de.kreiskonzept.model.check.Smart;
import de.kreiskonzept.model.check.Verdict;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL on what people say about goals. */
@Singleton
@InWorkspace(readOnly = true)
class SmartStore {
    private final DSLContext dsl;

    SmartStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All judgements on a goal. */
    public Smart get(UUID goal) {
        return new Smart(dsl.selectFrom(CONCEPT_SMART)
                .where(CONCEPT_SMART.GOAL_ID.eq(goal))
                .fetch(row -> new Judgement(
                        Criterion.find(row.getCriterion()).orElseThrow(),
                        Verdict.find(row.getVerdict()).orElseThrow(),
                        row.getJudgedAt().toInstant(),
                        row.getAccountId(),
                        row.getAccountName(),
                        row.getVersion())));
    }

    /** Stores a judgement; false if another one on the same criterion came in between. */
    @InWorkspace(readOnly = false)
    public boolean put(UUID goal, Judgement judgement) {
        OffsetDateTime now = judgement.judgedAt().atOffset(ZoneOffset.UTC);
        var row = CONCEPT_SMART.newRecord();
        row.setGoalId(goal);
        row.setCriterion(judgement.criterion().text());
        row.setVerdict(judgement.verdict().text());
        row.setJudgedAt(now);
        row.setAccountId(judgement.accountId());
        row.setAccountName(judgement.accountName());
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(judgement.version());
        return dsl.insertInto(CONCEPT_SMART)
                        .set(row)
                        .onConflict(CONCEPT_SMART.GOAL_ID, CONCEPT_SMART.CRITERION)
                        .doUpdate()
                        .set(CONCEPT_SMART.VERDICT, row.getVerdict())
                        .set(CONCEPT_SMART.JUDGED_AT, now)
                        .set(CONCEPT_SMART.ACCOUNT_ID, row.getAccountId())
                        .set(CONCEPT_SMART.ACCOUNT_NAME, row.getAccountName())
                        .set(CONCEPT_SMART.MODIFIED_AT, now)
                        .set(CONCEPT_SMART.VERSION, row.getVersion())
                        .where(CONCEPT_SMART.VERSION.eq(judgement.version() - 1))
                        .execute()
                == 1;
    }
}
