package de.kreiskonzept.foundation.secondfactor;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.secondfactor.RememberedDevices.Remembered;
import de.kreiskonzept.foundation.signin.SignInArea;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** All SQL of remembered devices, of platform and console alike. */
@Singleton
@Requires(beans = SignInArea.class)
final class RememberedDeviceRows {
    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Field<UUID> ACCOUNT = field(name("account_id"), UUID.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<byte[]> TOKEN_HASH = field(name("token_hash"), byte[].class);
    private static final Field<OffsetDateTime> EXPIRES_AT = field(name("expires_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> LAST_USED_AT = field(name("last_used_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> MODIFIED_AT = field(name("modified_at"), OffsetDateTime.class);
    private static final Field<Long> VERSION = field(name("version"), Long.class);

    private final DSLContext dsl;
    private final Clock clock;
    private final Table<Record> devices;

    RememberedDeviceRows(DSLContext dsl, Clock clock, SignInArea area) {
        this.dsl = dsl;
        this.clock = clock;
        this.devices = table(name(area.feature() + "_remembered_device"));
    }

    /** Remembers a device, and deletes those of the account whose time is over. */
    void create(UUID account, String name, byte[] tokenHash) {
        var now = now();
        dsl.deleteFrom(devices).where(ACCOUNT.eq(account), EXPIRES_AT.le(now)).execute();
        dsl.insertInto(devices)
                .set(ID, Ids.create(clock))
                .set(ACCOUNT, account)
                .set(NAME, name)
                .set(TOKEN_HASH, tokenHash)
                .set(EXPIRES_AT, now.plus(RememberedDevices.LIFETIME))
                .set(LAST_USED_AT, now)
                .set(CREATED_AT, now)
                .set(MODIFIED_AT, now)
                .set(VERSION, 0L)
                .execute();
    }

    /** Notes that a device was used; false where it is not remembered for this account, or no longer. */
    boolean use(UUID account, byte[] tokenHash) {
        return dsl.update(devices)
                        .set(LAST_USED_AT, now())
                        .where(ACCOUNT.eq(account), TOKEN_HASH.eq(tokenHash), EXPIRES_AT.gt(now()))
                        .execute()
                == 1;
    }

    /** Lists the devices of an account that are still remembered, the one used last first. */
    List<Remembered> list(UUID account) {
        return dsl.select(ID, NAME, CREATED_AT, LAST_USED_AT, EXPIRES_AT)
                .from(devices)
                .where(ACCOUNT.eq(account), EXPIRES_AT.gt(now()))
                .orderBy(LAST_USED_AT.desc(), ID)
                .fetch(row -> new Remembered(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Forgets a device of this account; false when there is none. */
    boolean delete(UUID account, UUID device) {
        return dsl.deleteFrom(devices).where(ACCOUNT.eq(account), ID.eq(device)).execute() == 1;
    }

    /** Forgets all devices of an account. */
    void deleteAll(UUID account) {
        dsl.deleteFrom(devices).where(ACCOUNT.eq(account)).execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
