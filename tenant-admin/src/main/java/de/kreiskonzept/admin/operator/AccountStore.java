package de.kreiskonzept.admin.operator;

import static de.kreiskonzept.schema.registry.Tables.OPERATOR_ACCOUNT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
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
}
