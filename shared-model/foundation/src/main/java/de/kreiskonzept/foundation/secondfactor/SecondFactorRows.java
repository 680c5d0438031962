package de.kreiskonzept.foundation.secondfactor;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.secondfactor.SecretBox.Owner;
import de.kreiskonzept.foundation.secondfactor.SecretBox.Purpose;
import de.kreiskonzept.foundation.signin.SignInArea;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** All SQL of second factors and recovery codes. Platform and console have tables of the same shape under different names. */
@Singleton
@Requires(beans = SignInArea.class)
final class SecondFactorRows {
    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Field<UUID> ACCOUNT = field(name("account_id"), UUID.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<String> EMAIL = field(name("email"), String.class);
    private static final Field<String> PASSWORD_HASH = field(name("password_hash"), String.class);
    private static final Field<byte[]> SECRET = field(name("secret"), byte[].class);
    private static final Field<Long> LAST_STEP = field(name("last_step"), Long.class);
    private static final Field<byte[]> CODE_HASH = field(name("code_hash"), byte[].class);
    private static final Field<OffsetDateTime> USED_AT = field(name("used_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> MODIFIED_AT = field(name("modified_at"), OffsetDateTime.class);
    private static final Field<Long> VERSION = field(name("version"), Long.class);

    /** Who it is, as the trail and an app name the person. */
    record Person(String name, String email, boolean hasPassword) {}

    private final DSLContext dsl;
    private final Clock clock;
    private final SecretBox box;
    private final Table<Record> accounts;
    private final Table<Record> factors;
    private final Table<Record> recoveryCodes;

    SecondFactorRows(DSLContext dsl, Clock clock, SecretBox box, SignInArea area) {
        this.dsl = dsl;
        this.clock = clock;
        this.box = box;
        this.accounts = table(name(area.feature() + "_account"));
        this.factors = table(name(area.feature() + "_second_factor"));
        this.recoveryCodes = table(name(area.feature() + "_recovery_code"));
    }

    Person person(UUID account) {
        return dsl.select(NAME, EMAIL, field(PASSWORD_HASH.isNotNull()))
                .from(accounts)
                .where(ID.eq(account))
                .fetchSingle(row -> new Person(row.value1(), row.value2(), row.value3()));
    }

    /** Finds since when an account has a second factor. */
    Optional<OffsetDateTime> since(UUID account) {
        return dsl.select(MODIFIED_AT).from(factors).where(ACCOUNT.eq(account)).fetchOptional(MODIFIED_AT);
    }

    /** Finds the secret of an account; empty where there is none, or one that was not sealed for it. */
    Optional<byte[]> secret(Owner owner) {
        return dsl.select(SECRET)
                .from(factors)
                .where(ACCOUNT.eq(owner.account()))
                .fetchOptional(SECRET)
                .flatMap(stored -> box.open(owner, Purpose.KEPT, stored));
    }

    /**
     * Keeps a secret in place of an earlier one.
     *
     * @param step time step of the code that confirmed it; it is used up
     */
    void keep(Owner owner, byte[] secret, long step) {
        var sealed = box.seal(owner, Purpose.KEPT, secret);
        var now = now();
        dsl.insertInto(factors)
                .set(ID, Ids.create(clock))
                .set(ACCOUNT, owner.account())
                .set(SECRET, sealed)
                .set(LAST_STEP, step)
                .set(CREATED_AT, now)
                .set(MODIFIED_AT, now)
                .set(VERSION, 0L)
                .onConflict(ACCOUNT)
                .doUpdate()
                .set(SECRET, sealed)
                .set(LAST_STEP, step)
                .set(MODIFIED_AT, now)
                .set(VERSION, field("{0}.version", Long.class, factors).plus(1))
                .execute();
    }

    /** Uses the code of a time step up; false when it, or a later one, was used before. */
    boolean useStep(UUID account, long step) {
        return dsl.update(factors)
                        .set(LAST_STEP, step)
                        .set(VERSION, VERSION.plus(1))
                        .where(ACCOUNT.eq(account), LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    /** Uses a recovery code up; false when there is no such code or it was used before. */
    boolean useRecoveryCode(Owner owner, String code) {
        return dsl.update(recoveryCodes)
                        .set(USED_AT, now())
                        .set(MODIFIED_AT, now())
                        .set(VERSION, VERSION.plus(1))
                        .where(ACCOUNT.eq(owner.account()), CODE_HASH.eq(box.hash(owner, code)), USED_AT.isNull())
                        .execute()
                == 1;
    }

    int countRecoveryCodes(UUID account) {
        return dsl.fetchCount(recoveryCodes, ACCOUNT.eq(account), USED_AT.isNull());
    }

    /** Keeps these recovery codes in place of all earlier ones. */
    void replaceRecoveryCodes(Owner owner, List<String> codes) {
        dsl.deleteFrom(recoveryCodes).where(ACCOUNT.eq(owner.account())).execute();
        var now = now();
        for (var code : codes) {
            dsl.insertInto(recoveryCodes)
                    .set(ID, Ids.create(clock))
                    .set(ACCOUNT, owner.account())
                    .set(CODE_HASH, box.hash(owner, code))
                    .set(CREATED_AT, now)
                    .set(MODIFIED_AT, now)
                    .set(VERSION, 0L)
                    .execute();
        }
    }

    /** Deletes second factor and recovery codes; false when there was none. */
    boolean delete(UUID account) {
        dsl.deleteFrom(recoveryCodes).where(ACCOUNT.eq(account)).execute();
        return dsl.deleteFrom(factors).where(ACCOUNT.eq(account)).execute() == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
