package de.kreiskonzept.admin.operator;

import static de.kreiskonzept.schema.registry.Tables.OPERATOR_ACCOUNT;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.signin.Passwords;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The accounts of the provider's people. */
@Singleton
@Transactional
public class Operators {
    private static final int LONGEST_NAME = 200;

    private final DSLContext db;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Clock clock;

    Operators(DSLContext db, Passwords passwords, AuditTrail audit, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates an active account.
     *
     * @param role one of {@link Roles}
     * @return false when an account with this address exists; it is left as it is
     * @throws IllegalArgumentException if address, name, role or password is not allowed
     */
    public boolean create(String email, String name, String role, String password) {
        if (!Mail.isAddress(email) || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("An account needs an e-mail address and a name");
        }
        if (!Set.of(Roles.OPERATOR, Roles.SUPPORT).contains(role) || !Passwords.isAllowed(password)) {
            throw new IllegalArgumentException("An account needs a role and a password of 12 to 200 characters");
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var id = Ids.create(clock);
        var created = db.insertInto(OPERATOR_ACCOUNT)
                        .set(OPERATOR_ACCOUNT.ID, id)
                        .set(OPERATOR_ACCOUNT.EMAIL, email.toLowerCase(Locale.ROOT))
                        .set(OPERATOR_ACCOUNT.NAME, name)
                        .set(OPERATOR_ACCOUNT.ROLE, role)
                        .set(OPERATOR_ACCOUNT.PASSWORD_HASH, passwords.hash(password))
                        .set(OPERATOR_ACCOUNT.STATE, "active")
                        .set(OPERATOR_ACCOUNT.CREATED_AT, now)
                        .set(OPERATOR_ACCOUNT.MODIFIED_AT, now)
                        .set(OPERATOR_ACCOUNT.VERSION, 0L)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (created) {
            audit.record(Actor.without("Einrichtung"), "operator.created", id.toString(), role);
        }
        return created;
    }

    /** What is needed to check a password; empty for an unknown address. */
    Optional<Credentials> find(String email) {
        return db.selectFrom(OPERATOR_ACCOUNT)
                .where(OPERATOR_ACCOUNT.EMAIL.eq(email.toLowerCase(Locale.ROOT)))
                .fetchOptional(row ->
                        new Credentials(row.getId(), row.getState().equals("active") ? row.getPasswordHash() : null));
    }

    /**
     * The account of an address.
     *
     * @param passwordHash null when nobody may sign in with it
     */
    record Credentials(UUID id, @Nullable String passwordHash) {}
}
