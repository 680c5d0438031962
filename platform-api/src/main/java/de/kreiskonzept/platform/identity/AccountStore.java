package de.kreiskonzept.platform.identity;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.IdentityAccountRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of accounts. */
@Singleton
@InWorkspace
class AccountStore {
    private final DSLContext dsl;
    private final Clock clock;

    AccountStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Lists a part of the accounts by name. */
    List<Account> list(long offset, int size) {
        return dsl.selectFrom(IDENTITY_ACCOUNT)
                .orderBy(IDENTITY_ACCOUNT.NAME, IDENTITY_ACCOUNT.ID)
                .offset(offset)
                .limit(size)
                .fetch(AccountStore::account);
    }

    /** Names of the accounts with one of these roles that are not suspended, by their id, in the order of the names. */
    Map<UUID, String> listNames(String... roles) {
        return dsl.select(IDENTITY_ACCOUNT.ID, IDENTITY_ACCOUNT.NAME)
                .from(IDENTITY_ACCOUNT)
                .where(IDENTITY_ACCOUNT.ROLE.in(roles))
                .and(IDENTITY_ACCOUNT.STATE.ne(Account.State.SUSPENDED.text()))
                .orderBy(IDENTITY_ACCOUNT.NAME, IDENTITY_ACCOUNT.ID)
                .fetchMap(IDENTITY_ACCOUNT.ID, IDENTITY_ACCOUNT.NAME);
    }

    long count() {
        return dsl.fetchCount(IDENTITY_ACCOUNT);
    }

    int count(Account.State state) {
        return dsl.fetchCount(IDENTITY_ACCOUNT, IDENTITY_ACCOUNT.STATE.eq(state.text()));
    }

    /** Returns an account. */
    @InWorkspace(content = false)
    Account get(UUID id) {
        return dsl.selectFrom(IDENTITY_ACCOUNT)
                .where(IDENTITY_ACCOUNT.ID.eq(id))
                .fetchOptional(AccountStore::account)
                .orElseThrow(Refusal::notFound);
    }

    Optional<Account> find(String email) {
        return dsl.selectFrom(IDENTITY_ACCOUNT)
                .where(IDENTITY_ACCOUNT.EMAIL.eq(email.toLowerCase(Locale.ROOT)))
                .fetchOptional(AccountStore::account);
    }

    /** Creates an account that waits for its holder to accept. */
    UUID create(AccountForm form) {
        var id = Ids.create(clock);
        var now = now();
        dsl.insertInto(IDENTITY_ACCOUNT)
                .set(IDENTITY_ACCOUNT.ID, id)
                .set(IDENTITY_ACCOUNT.EMAIL, form.email())
                .set(IDENTITY_ACCOUNT.NAME, form.name())
                .set(IDENTITY_ACCOUNT.ROLE, form.role())
                .set(IDENTITY_ACCOUNT.STATE, Account.State.INVITED.text())
                .set(IDENTITY_ACCOUNT.CREATED_AT, now)
                .set(IDENTITY_ACCOUNT.MODIFIED_AT, now)
                .set(IDENTITY_ACCOUNT.VERSION, 0L)
                .execute();
        return id;
    }

    void setRole(Account account, String role) {
        var changed = dsl.update(IDENTITY_ACCOUNT)
                .set(IDENTITY_ACCOUNT.ROLE, role)
                .set(IDENTITY_ACCOUNT.MODIFIED_AT, now())
                .set(IDENTITY_ACCOUNT.VERSION, account.version() + 1)
                .where(IDENTITY_ACCOUNT.ID.eq(account.id()), IDENTITY_ACCOUNT.VERSION.eq(account.version()))
                .execute();
        Refusal.staleUnlessOne(changed);
    }

    @InWorkspace(content = false)
    void setState(Account account, Account.State state) {
        var changed = dsl.update(IDENTITY_ACCOUNT)
                .set(IDENTITY_ACCOUNT.STATE, state.text())
                .set(IDENTITY_ACCOUNT.MODIFIED_AT, now())
                .set(IDENTITY_ACCOUNT.VERSION, account.version() + 1)
                .where(IDENTITY_ACCOUNT.ID.eq(account.id()), IDENTITY_ACCOUNT.VERSION.eq(account.version()))
                .execute();
        Refusal.staleUnlessOne(changed);
    }

    /** Stores a password; an invited account becomes active with its first one. */
    void setPassword(Account account, String hash) {
        var changed = dsl.update(IDENTITY_ACCOUNT)
                .set(IDENTITY_ACCOUNT.PASSWORD_HASH, hash)
                .set(IDENTITY_ACCOUNT.STATE, Account.State.ACTIVE.text())
                .set(IDENTITY_ACCOUNT.MODIFIED_AT, now())
                .set(IDENTITY_ACCOUNT.VERSION, account.version() + 1)
                .where(IDENTITY_ACCOUNT.ID.eq(account.id()), IDENTITY_ACCOUNT.VERSION.eq(account.version()))
                .execute();
        Refusal.staleUnlessOne(changed);
    }

    /** Counts the active admins and locks them, so that two changes at once cannot leave the county without one. */
    int lockActiveAdmins() {
        return dsl.select(IDENTITY_ACCOUNT.ID)
                .from(IDENTITY_ACCOUNT)
                .where(IDENTITY_ACCOUNT.ROLE.eq(Roles.ADMIN), IDENTITY_ACCOUNT.STATE.eq(Account.State.ACTIVE.text()))
                .orderBy(IDENTITY_ACCOUNT.ID)
                .forUpdate()
                .fetch()
                .size();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Account account(IdentityAccountRecord row) {
        return new Account(
                row.getId(),
                row.getEmail(),
                row.getName(),
                row.getRole(),
                row.getPasswordHash(),
                Account.State.of(row.getState()),
                row.getVersion());
    }
}
