package de.kreiskonzept.admin.operator;

import static de.kreiskonzept.schema.registry.Tables.OPERATOR_ACCOUNT;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.schema.registry.tables.records.OperatorAccountRecord;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of the provider's accounts. */
@Singleton
@Transactional
class AccountStore {
    private static final String ACTIVE = "active";

    private final DSLContext dsl;
    private final Clock clock;

    AccountStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Finds the account with this address, in lower case. */
    Optional<UUID> find(String email) {
        return dsl.select(OPERATOR_ACCOUNT.ID)
                .from(OPERATOR_ACCOUNT)
                .where(OPERATOR_ACCOUNT.EMAIL.eq(email))
                .fetchOptional(OPERATOR_ACCOUNT.ID);
    }

    /** A part of all accounts, in the order of their names. */
    List<OperatorAccount> list(long offset, int size) {
        return dsl.selectFrom(OPERATOR_ACCOUNT)
                .orderBy(OPERATOR_ACCOUNT.NAME, OPERATOR_ACCOUNT.ID)
                .offset(offset)
                .limit(size)
                .fetch(AccountStore::account);
    }

    long count() {
        return dsl.fetchCount(OPERATOR_ACCOUNT);
    }

    /** The account with this id; 404 where there is none. */
    OperatorAccount get(UUID id) {
        return dsl.selectFrom(OPERATOR_ACCOUNT)
                .where(OPERATOR_ACCOUNT.ID.eq(id))
                .fetchOptional(AccountStore::account)
                .orElseThrow(Refusal::notFound);
    }

    /** Counts the active accounts that may do everything; none of them changes until the transaction ends. */
    int lockActiveOperators() {
        return dsl.select(OPERATOR_ACCOUNT.ID)
                .from(OPERATOR_ACCOUNT)
                .where(OPERATOR_ACCOUNT.ROLE.eq(Roles.OPERATOR), OPERATOR_ACCOUNT.STATE.eq(ACTIVE))
                .orderBy(OPERATOR_ACCOUNT.ID)
                .forUpdate()
                .fetch()
                .size();
    }

    /** Gives an account another role; 412 where it has changed since it was read. */
    void setRole(OperatorAccount account, String role) {
        Refusal.staleUnlessOne(dsl.update(OPERATOR_ACCOUNT)
                .set(OPERATOR_ACCOUNT.ROLE, role)
                .set(OPERATOR_ACCOUNT.MODIFIED_AT, OffsetDateTime.now(clock))
                .set(OPERATOR_ACCOUNT.VERSION, OPERATOR_ACCOUNT.VERSION.plus(1))
                .where(OPERATOR_ACCOUNT.ID.eq(account.id()), OPERATOR_ACCOUNT.VERSION.eq(account.version()))
                .execute());
    }

    /** Creates an active account; false when there is one with this address, which stays as it is. */
    boolean create(Account account) {
        var now = OffsetDateTime.now(clock);
        return dsl.insertInto(OPERATOR_ACCOUNT)
                        .set(OPERATOR_ACCOUNT.ID, account.id())
                        .set(OPERATOR_ACCOUNT.EMAIL, account.email())
                        .set(OPERATOR_ACCOUNT.NAME, account.name())
                        .set(OPERATOR_ACCOUNT.ROLE, account.role())
                        .set(OPERATOR_ACCOUNT.PASSWORD_HASH, account.passwordHash())
                        .set(OPERATOR_ACCOUNT.STATE, ACTIVE)
                        .set(OPERATOR_ACCOUNT.CREATED_AT, now)
                        .set(OPERATOR_ACCOUNT.MODIFIED_AT, now)
                        .set(OPERATOR_ACCOUNT.VERSION, 0L)
                        .onConflict(OPERATOR_ACCOUNT.EMAIL)
                        .doNothing()
                        .execute()
                == 1;
    }

    private static OperatorAccount account(OperatorAccountRecord row) {
        return new OperatorAccount(
                row.getId(),
                row.getEmail(),
                row.getName(),
                row.getRole(),
                row.getState().equals(ACTIVE),
                row.getVersion());
    }
}
