package de.kreiskonzept.platform.identity.account;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_SETTING;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;

/** Says what the county demands of its accounts; felt within five seconds. Its one row is read with every session, too. */
@Singleton
@InWorkspace
class AccountRules {
    private static final long ONLY = 1;

    private final DSLContext dsl;
    private final AuditTrail audit;
    private final CurrentWorkspace county;
    private final Clock clock;

    AccountRules(DSLContext dsl, AuditTrail audit, CurrentWorkspace county, Clock clock) {
        this.dsl = dsl;
        this.audit = audit;
        this.county = county;
        this.clock = clock;
    }

    @InWorkspace(readOnly = true)
    AccountRule get() {
        return dsl.selectFrom(IDENTITY_SETTING)
                .fetchOptional(row -> new AccountRule(row.getSecondFactorForAll(), row.getVersion()))
                .orElse(AccountRule.NONE);
    }

    /**
     * Changes the rule.
     *
     * @param version that was read before
     * @throws Refusal 412 where somebody else was faster
     */
    AccountRule set(boolean secondFactorForAll, long version, SignedIn who) {
        Versions.check(version, get().version());
        var now = OffsetDateTime.now(clock);
        var changed = dsl.insertInto(IDENTITY_SETTING)
                .set(IDENTITY_SETTING.ID, ONLY)
                .set(IDENTITY_SETTING.SECOND_FACTOR_FOR_ALL, secondFactorForAll)
                .set(IDENTITY_SETTING.CREATED_AT, now)
                .set(IDENTITY_SETTING.MODIFIED_AT, now)
                .set(IDENTITY_SETTING.VERSION, 1L)
                .onConflict(IDENTITY_SETTING.ID)
                .doUpdate()
                .set(IDENTITY_SETTING.SECOND_FACTOR_FOR_ALL, secondFactorForAll)
                .set(IDENTITY_SETTING.MODIFIED_AT, now)
                .set(IDENTITY_SETTING.VERSION, version + 1)
                .where(IDENTITY_SETTING.VERSION.eq(version))
                .execute();
        Refusal.staleUnlessOne(changed);
        audit.record(
                new Actor(who.accountId(), who.name()),
                "account.rule",
                county.get().id().toString(),
                "second factor for all: " + secondFactorForAll);
        return get();
    }
}
