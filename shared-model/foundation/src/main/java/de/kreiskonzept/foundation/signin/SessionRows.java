package de.kreiskonzept.foundation.signin;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.database.LocalUse;
import de.kreiskonzept.foundation.signin.Sessions.Arrival;
import de.kreiskonzept.foundation.signin.Sessions.Living;
import de.kreiskonzept.foundation.signin.Sessions.Opened;
import de.kreiskonzept.foundation.signin.Sessions.Renewal;
import de.kreiskonzept.foundation.signin.SignedIn.Proof;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * All SQL of sessions and of what a sign-in reads of accounts. Platform and console have tables of the same shape under
 * different names.
 */
@Singleton
@Requires(beans = SignInArea.class)
final class SessionRows {
    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Field<UUID> ACCOUNT = field(name("account_id"), UUID.class);
    private static final Field<String> EMAIL = field(name("email"), String.class);
    private static final Field<String> PASSWORD_HASH = field(name("password_hash"), String.class);
    private static final Field<String> STATE = field(name("state"), String.class);
    private static final Field<byte[]> REFRESH_HASH = field(name("refresh_hash"), byte[].class);
    private static final Field<OffsetDateTime> EXPIRES_AT = field(name("expires_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> ENDED_AT = field(name("ended_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> CODE_AT = field(name("code_at"), OffsetDateTime.class);
    private static final Field<String> DEVICE = field(name("device"), String.class);
    private static final Field<OffsetDateTime> LAST_USED_AT = field(name("last_used_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> MODIFIED_AT = field(name("modified_at"), OffsetDateTime.class);
    private static final Field<Long> VERSION = field(name("version"), Long.class);
    private static final String SEPARATOR = ".";
    private static final Duration USE_NOTED = Duration.ofMinutes(5);

    /**
     * Somebody who may sign in.
     *
     * @param passwordHash null until the person has chosen a password
     */
    record Holder(UUID accountId, @Nullable String passwordHash) {}

    private final DSLContext dsl;
    private final Clock clock;
    private final Table<Record> sessions;
    private final Table<Record> accounts;
    private final Table<Record> secondFactors;
    private final SignInArea area;
    private final Set<String> guardedRoles;

    SessionRows(
            DSLContext dsl,
            Clock clock,
            SignInArea area,
            Environment environment,
            @Value("${kreiskonzept.second-factor-required:false}") boolean required) {
        this.dsl = dsl;
        this.clock = clock;
        this.area = area;
        this.guardedRoles = required || !LocalUse.in(environment) ? area.guardedRoles() : Set.of();
        this.sessions = table(name(area.feature() + "_session"));
        this.accounts = table(name(area.feature() + "_account"));
        this.secondFactors = table(name(area.feature() + "_second_factor"));
    }

    /** Finds the active account with this address, in lower case. */
    Optional<Holder> holder(String email) {
        return dsl.select(ID, PASSWORD_HASH)
                .from(accounts)
                .where(EMAIL.eq(email), STATE.eq("active"))
                .fetchOptional(row -> new Holder(row.value1(), row.value2()));
    }

    /** Opens a session of a browser. */
    Opened openForBrowser(Arrival arrival) {
        return open(arrival, null, Tokens.BROWSER);
    }

    /** Opens a session of a program, with its first refresh token. */
    Opened openForProgram(Arrival arrival) {
        return open(arrival, Tickets.create(), Tokens.REFRESH);
    }

    private Opened open(Arrival arrival, @Nullable String secret, Duration lifetime) {
        var id = Ids.create(clock);
        var now = now();
        dsl.insertInto(sessions)
                .set(ID, id)
                .set(ACCOUNT, arrival.account())
                .set(CODE_AT, arrival.withCode() ? now : null)
                .set(DEVICE, arrival.device())
                .set(LAST_USED_AT, now)
                .set(REFRESH_HASH, secret == null ? null : Tickets.hash(secret))
                .set(EXPIRES_AT, now.plus(lifetime))
                .set(CREATED_AT, now)
                .set(MODIFIED_AT, now)
                .set(VERSION, 0L)
                .execute();
        return new Opened(id, arrival.account(), secret == null ? null : id + SEPARATOR + secret);
    }

    /** Finds the holder of a living session of an active account. */
    Optional<SignedIn> find(UUID session) {
        return dsl.fetchOptional(
                        """
                        SELECT a.id, a.name, a.role, s.code_at, s.last_used_at, {4} AS required,
                               EXISTS (SELECT FROM {5} f WHERE f.account_id = a.id) AS enrolled
                          FROM {0} s JOIN {1} a ON a.id = s.account_id
                         WHERE s.id = {2} AND s.ended_at IS NULL AND s.expires_at > {3} AND a.state = 'active' AND {6}
                        """,
                        sessions,
                        accounts,
                        val(session),
                        val(now()),
                        isGuarded(),
                        secondFactors,
                        counts("s.created_at"))
                .map(row -> noteUse(session, row))
                .map(row -> new SignedIn(
                        row.get("id", UUID.class),
                        session,
                        row.get("name", String.class),
                        row.get("role", String.class),
                        new Proof(
                                row.get("enrolled", boolean.class),
                                row.get("required", boolean.class),
                                row.get("code_at", OffsetDateTime.class))));
    }

    private Record noteUse(UUID session, Record row) {
        var before = row.get("last_used_at", OffsetDateTime.class);
        if (area.isWritable() && (before == null || before.isBefore(now().minus(USE_NOTED)))) {
            dsl.update(sessions).set(LAST_USED_AT, now()).where(ID.eq(session)).execute();
        }
        return row;
    }

    /** Lists the living sessions of an account, the one used last first. */
    List<Living> list(UUID account) {
        var lastUse = coalesce(LAST_USED_AT, CREATED_AT);
        return dsl.select(ID, coalesce(DEVICE, ""), CREATED_AT, lastUse)
                .from(sessions)
                .where(ACCOUNT.eq(account), ENDED_AT.isNull(), EXPIRES_AT.gt(now()), counts("created_at"))
                .orderBy(lastUse.desc(), ID)
                .fetch(row -> new Living(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private Condition counts(String createdAt) {
        return area.sessionsSince()
                .map(since -> field(createdAt, OffsetDateTime.class).gt(since))
                .orElseGet(DSL::trueCondition);
    }

    private Condition isGuarded() {
        return field("a.role", String.class).in(guardedRoles).or(area.guardsEverybody());
    }

    /** Notes that a code was given in a session just now. */
    void noteCode(UUID session) {
        dsl.update(sessions)
                .set(CODE_AT, now())
                .set(MODIFIED_AT, now())
                .set(VERSION, VERSION.plus(1))
                .where(ID.eq(session))
                .execute();
    }

    /** Exchanges a refresh token for the next one. A token that was exchanged before is a sign of theft: the session ends. */
    Renewal renew(String refreshToken) {
        var session = session(refreshToken)
                .flatMap(id -> dsl.selectFrom(sessions)
                        .where(
                                ID.eq(id),
                                ENDED_AT.isNull(),
                                EXPIRES_AT.gt(now()),
                                REFRESH_HASH.isNotNull(),
                                counts("created_at"))
                        .forUpdate()
                        .fetchOptional());
        if (session.isEmpty()) {
            return new Renewal.Refused();
        }
        var id = session.get().get(ID);
        if (!Arrays.equals(session.get().get(REFRESH_HASH), Tickets.hash(secret(refreshToken)))) {
            end(ID.eq(id));
            return new Renewal.Repeated(id);
        }
        var next = Tickets.create();
        dsl.update(sessions)
                .set(REFRESH_HASH, Tickets.hash(next))
                .set(EXPIRES_AT, now().plus(Tokens.REFRESH))
                .set(MODIFIED_AT, now())
                .set(VERSION, VERSION.plus(1))
                .where(ID.eq(id))
                .execute();
        return find(id).<Renewal>map(who -> new Renewal.Renewed(new Opened(id, who.accountId(), id + SEPARATOR + next)))
                .orElseGet(Renewal.Refused::new);
    }

    /** Finds the session that a refresh token names, whether the token is good or not. */
    static Optional<UUID> session(String refreshToken) {
        var dot = refreshToken.indexOf(SEPARATOR);
        try {
            return dot < 0 ? Optional.empty() : Optional.of(UUID.fromString(refreshToken.substring(0, dot)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String secret(String refreshToken) {
        return refreshToken.substring(refreshToken.indexOf(SEPARATOR) + 1);
    }

    /** Ends all sessions of an account; returns how many there were. */
    int endAll(UUID account) {
        return end(ACCOUNT.eq(account));
    }

    /** Ends a living session of this account; returns how many there were. */
    int end(UUID account, UUID session) {
        return end(ACCOUNT.eq(account).and(ID.eq(session)).and(EXPIRES_AT.gt(now())));
    }

    /** Ends all sessions of an account but this one; returns how many there were. */
    int endOthers(UUID account, UUID kept) {
        return end(ACCOUNT.eq(account).and(ID.ne(kept)));
    }

    private int end(Condition which) {
        return dsl.update(sessions)
                .set(ENDED_AT, now())
                .set(MODIFIED_AT, now())
                .set(VERSION, VERSION.plus(1))
                .where(which, ENDED_AT.isNull())
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
