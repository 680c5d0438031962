package de.kreiskonzept.platform.identity.subject;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;
import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_SUBJECT;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.platform.identity.openid.OpenIdPerson;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** All SQL of subjects, and what a sign-in by the OpenID provider reads of accounts. */
@Singleton
@InWorkspace(content = false)
class SubjectStore {
    /**
     * An account and who holds it.
     *
     * @param state invited, active or suspended
     */
    record Holder(UUID id, String name, String state) {
        boolean isInvited() {
            return state.equals("invited");
        }

        boolean isActive() {
            return state.equals("active");
        }

        Actor actor() {
            return new Actor(id, name);
        }
    }

    /**
     * Who an account is to an OpenID provider.
     *
     * @param since when the person first came that way
     */
    @Serdeable
    @Schema(name = "AccountSubject")
    record Subject(String issuer, OffsetDateTime since, OffsetDateTime lastAttemptAt) {}

    private final DSLContext dsl;
    private final Clock clock;

    SubjectStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Finds the account that belongs to this subject. */
    Optional<Holder> find(OpenIdPerson person) {
        return holder(IDENTITY_ACCOUNT.ID.eq(dsl.select(IDENTITY_SUBJECT.ACCOUNT_ID)
                .from(IDENTITY_SUBJECT)
                .where(IDENTITY_SUBJECT.ISSUER.eq(person.issuer()), IDENTITY_SUBJECT.SUBJECT.eq(person.subject()))));
    }

    /** Finds the account with this address, in lower case. */
    Optional<Holder> find(String email) {
        return holder(IDENTITY_ACCOUNT.EMAIL.eq(email));
    }

    Optional<Holder> find(UUID account) {
        return holder(IDENTITY_ACCOUNT.ID.eq(account));
    }

    private Optional<Holder> holder(Condition which) {
        return dsl.select(IDENTITY_ACCOUNT.ID, IDENTITY_ACCOUNT.NAME, IDENTITY_ACCOUNT.STATE)
                .from(IDENTITY_ACCOUNT)
                .where(which)
                .fetchOptional(row -> new Holder(row.value1(), row.value2(), row.value3()));
    }

    /** Finds the subject of an account. */
    Optional<Subject> subject(UUID account) {
        return dsl.select(IDENTITY_SUBJECT.ISSUER, IDENTITY_SUBJECT.CREATED_AT, IDENTITY_SUBJECT.LAST_ATTEMPT_AT)
                .from(IDENTITY_SUBJECT)
                .where(IDENTITY_SUBJECT.ACCOUNT_ID.eq(account))
                .fetchOptional(row -> new Subject(row.value1(), row.value2(), row.value3()));
    }

    /** Gives an account its subject; false when it has another one. */
    boolean tie(UUID account, OpenIdPerson person, Instant begunAt) {
        var now = OffsetDateTime.now(clock);
        return dsl.insertInto(IDENTITY_SUBJECT)
                        .set(IDENTITY_SUBJECT.ID, Ids.create(clock))
                        .set(IDENTITY_SUBJECT.ACCOUNT_ID, account)
                        .set(IDENTITY_SUBJECT.ISSUER, person.issuer())
                        .set(IDENTITY_SUBJECT.SUBJECT, person.subject())
                        .set(IDENTITY_SUBJECT.LAST_ATTEMPT_AT, begunAt.atOffset(ZoneOffset.UTC))
                        .set(IDENTITY_SUBJECT.CREATED_AT, now)
                        .set(IDENTITY_SUBJECT.MODIFIED_AT, now)
                        .set(IDENTITY_SUBJECT.VERSION, 0L)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Notes the attempt that lets somebody in; false when it, or one that began later, has done so before. */
    boolean use(UUID account, Instant begunAt) {
        var begun = begunAt.atOffset(ZoneOffset.UTC);
        return dsl.update(IDENTITY_SUBJECT)
                        .set(IDENTITY_SUBJECT.LAST_ATTEMPT_AT, begun)
                        .set(IDENTITY_SUBJECT.MODIFIED_AT, OffsetDateTime.now(clock))
                        .set(IDENTITY_SUBJECT.VERSION, IDENTITY_SUBJECT.VERSION.plus(1))
                        .where(IDENTITY_SUBJECT.ACCOUNT_ID.eq(account), IDENTITY_SUBJECT.LAST_ATTEMPT_AT.lt(begun))
                        .execute()
                == 1;
    }

    /** Takes the subject from an account; false when it has none. */
    boolean release(UUID account) {
        return dsl.deleteFrom(IDENTITY_SUBJECT)
                        .where(IDENTITY_SUBJECT.ACCOUNT_ID.eq(account))
                        .execute()
                == 1;
    }
}
