package de.kreiskonzept.platform.committee.seat;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE_PERSON;
import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Which account belongs to a person with a seat, so that it reads what the own committees deal with. Only members are tied. */
@Singleton
@InWorkspace
public class AccountLinks {
    private final DSLContext dsl;
    private final AuditTrail audit;
    private final Clock clock;

    AccountLinks(DSLContext dsl, AuditTrail audit, Clock clock) {
        this.dsl = dsl;
        this.audit = audit;
        this.clock = clock;
    }

    /** An account that may belong to a person. */
    public record Candidate(UUID account, String name, String email) {}

    /** The account of a person; empty where there is none. */
    @InWorkspace(readOnly = true)
    public Optional<UUID> find(UUID person) {
        return dsl.select(COMMITTEE_PERSON.ACCOUNT_ID)
                .from(COMMITTEE_PERSON)
                .where(COMMITTEE_PERSON.ID.eq(person))
                .and(COMMITTEE_PERSON.ACCOUNT_ID.isNotNull())
                .fetchOptional(COMMITTEE_PERSON.ACCOUNT_ID);
    }

    /** Accounts of members that belong to this person or to nobody, by name. */
    @InWorkspace(readOnly = true)
    public List<Candidate> list(UUID person) {
        return dsl.select(IDENTITY_ACCOUNT.ID, IDENTITY_ACCOUNT.NAME, IDENTITY_ACCOUNT.EMAIL)
                .from(IDENTITY_ACCOUNT)
                .where(IDENTITY_ACCOUNT.ROLE.eq(Roles.MEMBER))
                .and(IDENTITY_ACCOUNT.STATE.ne("suspended"))
                .andNotExists(dsl.selectOne()
                        .from(COMMITTEE_PERSON)
                        .where(COMMITTEE_PERSON.ACCOUNT_ID.eq(IDENTITY_ACCOUNT.ID))
                        .and(COMMITTEE_PERSON.ID.ne(person)))
                .orderBy(IDENTITY_ACCOUNT.NAME, IDENTITY_ACCOUNT.ID)
                .fetch(row -> new Candidate(row.value1(), row.value2(), row.value3()));
    }

    /**
     * Says which account belongs to a person.
     *
     * @param account null for none
     * @throws Refusal 404 where there is no such person with a name, or the account is none of {@link #list}
     */
    public void tie(UUID person, @Nullable UUID account, SignedIn who) {
        if (account != null
                && list(person).stream().noneMatch(one -> one.account().equals(account))) {
            throw Refusal.notFound();
        }
        int rows = dsl.update(COMMITTEE_PERSON)
                .set(COMMITTEE_PERSON.ACCOUNT_ID, account)
                .set(COMMITTEE_PERSON.MODIFIED_AT, OffsetDateTime.now(clock))
                .where(COMMITTEE_PERSON.ID.eq(person))
                .and(COMMITTEE_PERSON.NAME.ne(""))
                .execute();
        if (rows != 1) {
            throw Refusal.notFound();
        }
        audit.record(
                new Actor(who.accountId(), who.name()),
                account == null ? "person.untied" : "person.tied",
                person.toString(),
                account == null ? "" : account.toString());
    }
}
