package de.kreiskonzept.platform.onboarding.proposal;

import static de.kreiskonzept.schema.workspace.Tables.ONBOARDING_CREATED;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;

/** All SQL of what proposals have created. */
@Singleton
@InWorkspace(readOnly = true)
class CreatedStore {
    private final DSLContext dsl;

    CreatedStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Everything that was created from a checklist, by the key of the action. */
    Map<String, Created> list(String checklist) {
        return dsl.selectFrom(ONBOARDING_CREATED)
                .where(ONBOARDING_CREATED.CHECKLIST.eq(checklist))
                .orderBy(ONBOARDING_CREATED.CREATED_AT, ONBOARDING_CREATED.ACTION)
                .fetchMap(
                        ONBOARDING_CREATED.ACTION,
                        row -> new Created(row.getAction(), row.getQuestion(), row.getContent(), row.getTargetId()));
    }

    @InWorkspace(readOnly = false)
    public void put(String checklist, Created created, SignedIn who, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        var row = ONBOARDING_CREATED.newRecord();
        row.setChecklist(checklist);
        row.setAction(created.action());
        row.setQuestion(created.question());
        row.setContent(created.content());
        row.setTargetId(created.target());
        row.setAccountName(who.name());
        row.setCreatedAt(time);
        row.setModifiedAt(time);
        row.setVersion(1L);
        dsl.insertInto(ONBOARDING_CREATED)
                .set(row)
                .onConflict(ONBOARDING_CREATED.CHECKLIST, ONBOARDING_CREATED.ACTION)
                .doUpdate()
                .set(ONBOARDING_CREATED.QUESTION, created.question())
                .set(ONBOARDING_CREATED.CONTENT, created.content())
                .set(ONBOARDING_CREATED.TARGET_ID, created.target())
                .set(ONBOARDING_CREATED.ACCOUNT_NAME, who.name())
                .set(ONBOARDING_CREATED.MODIFIED_AT, time)
                .set(ONBOARDING_CREATED.VERSION, ONBOARDING_CREATED.VERSION.plus(1))
                .execute();
    }
}
