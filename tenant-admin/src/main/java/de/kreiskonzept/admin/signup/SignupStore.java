package de.kreiskonzept.admin.signup;

import static de.kreiskonzept.schema.registry.Tables.SIGNUP;

import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.schema.registry.tables.records.SignupRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The table signup. */
@Singleton
final class SignupStore {
    private final DSLContext db;
    private final Clock clock;

    SignupStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void create(Signup signup, byte @Nullable [] tokenHash) {
        db.insertInto(SIGNUP)
                .set(SIGNUP.ID, signup.id())
                .set(SIGNUP.TENANT_ID, signup.tenantId())
                .set(SIGNUP.AGS, signup.ags().text())
                .set(SIGNUP.CONTACT_NAME, signup.contactName())
                .set(SIGNUP.EMAIL, signup.email())
                .set(SIGNUP.AGREEMENT_VERSION, signup.agreementVersion())
                .set(SIGNUP.AGREED_AT, signup.agreedAt())
                .set(SIGNUP.TOKEN_HASH, tokenHash)
                .set(SIGNUP.TOKEN_EXPIRES_AT, signup.tokenExpiresAt())
                .set(SIGNUP.STATE, signup.state().text())
                .set(SIGNUP.CREATED_AT, signup.createdAt())
                .set(SIGNUP.MODIFIED_AT, signup.createdAt())
                .set(SIGNUP.VERSION, 0L)
                .execute();
    }

    Optional<Signup> find(UUID id) {
        return db.selectFrom(SIGNUP).where(SIGNUP.ID.eq(id)).fetchOptional(SignupStore::signup);
    }

    /** The request, locked until the transaction ends. */
    Optional<Signup> lock(UUID id) {
        return db.selectFrom(SIGNUP).where(SIGNUP.ID.eq(id)).forUpdate().fetchOptional(SignupStore::signup);
    }

    Optional<Signup> lockByToken(byte[] hash) {
        return db.selectFrom(SIGNUP)
                .where(SIGNUP.TOKEN_HASH.eq(hash))
                .forUpdate()
                .fetchOptional(SignupStore::signup);
    }

    Optional<Signup> findByToken(byte[] hash) {
        return db.selectFrom(SIGNUP).where(SIGNUP.TOKEN_HASH.eq(hash)).fetchOptional(SignupStore::signup);
    }

    Optional<Signup> findByTenant(UUID tenantId) {
        return db.selectFrom(SIGNUP).where(SIGNUP.TENANT_ID.eq(tenantId)).fetchOptional(SignupStore::signup);
    }

    /** Requests whose link ran out. */
    List<UUID> runOut() {
        return db.select(SIGNUP.ID)
                .from(SIGNUP)
                .where(SIGNUP.STATE.eq(SignupState.REQUESTED.text()), SIGNUP.TOKEN_EXPIRES_AT.le(now()))
                .fetch(SIGNUP.ID);
    }

    List<Signup> list(@Nullable SignupState state, long offset, int size) {
        return db.selectFrom(SIGNUP)
                .where(matches(state))
                .orderBy(SIGNUP.CREATED_AT.desc(), SIGNUP.ID)
                .offset(offset)
                .limit(size)
                .fetch(SignupStore::signup);
    }

    long count(@Nullable SignupState state) {
        return db.fetchCount(SIGNUP, matches(state));
    }

    /** Confirms the address; the link is worthless afterwards. */
    void verified(UUID id) {
        db.update(SIGNUP)
                .set(SIGNUP.STATE, SignupState.VERIFIED.text())
                .setNull(SIGNUP.TOKEN_HASH)
                .setNull(SIGNUP.TOKEN_EXPIRES_AT)
                .set(SIGNUP.MODIFIED_AT, now())
                .set(SIGNUP.VERSION, SIGNUP.VERSION.plus(1))
                .where(SIGNUP.ID.eq(id))
                .execute();
    }

    /** Puts a new link in the place of the earlier one. */
    void renew(UUID id, byte[] tokenHash, OffsetDateTime expiresAt) {
        db.update(SIGNUP)
                .set(SIGNUP.TOKEN_HASH, tokenHash)
                .set(SIGNUP.TOKEN_EXPIRES_AT, expiresAt)
                .set(SIGNUP.MODIFIED_AT, now())
                .set(SIGNUP.VERSION, SIGNUP.VERSION.plus(1))
                .where(SIGNUP.ID.eq(id))
                .execute();
    }

    /** Ends a request by a decision or because it ran out. */
    void decided(UUID id, SignupState state, String by, String reason) {
        var closed = state != SignupState.APPROVED;
        db.update(SIGNUP)
                .set(SIGNUP.STATE, state.text())
                .set(SIGNUP.TENANT_ID, closed ? DSL.val((UUID) null) : SIGNUP.TENANT_ID)
                .setNull(SIGNUP.TOKEN_HASH)
                .set(SIGNUP.DECIDED_BY, by)
                .set(SIGNUP.DECIDED_AT, now())
                .set(SIGNUP.DECISION_REASON, reason)
                .set(SIGNUP.MODIFIED_AT, now())
                .set(SIGNUP.VERSION, SIGNUP.VERSION.plus(1))
                .where(SIGNUP.ID.eq(id))
                .execute();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Condition matches(@Nullable SignupState state) {
        return state == null ? DSL.noCondition() : SIGNUP.STATE.eq(state.text());
    }

    private static Signup signup(SignupRecord row) {
        return new Signup(
                row.getId(),
                row.getTenantId(),
                new Ags(row.getAgs()),
                row.getContactName(),
                row.getEmail(),
                row.getAgreementVersion(),
                row.getAgreedAt(),
                row.getTokenExpiresAt(),
                SignupState.of(row.getState()),
                row.getDecidedBy(),
                row.getDecidedAt(),
                row.getDecisionReason(),
                row.getCreatedAt(),
                row.getVersion());
    }
}
