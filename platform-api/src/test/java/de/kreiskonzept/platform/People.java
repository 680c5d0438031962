package de.kreiskonzept.platform;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.Passwords;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.Sessions.Arrival;
import de.kreiskonzept.foundation.signin.Tokens;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;

/** Accounts and sessions of the tests, made without mail and forms. */
@Singleton
@InWorkspace
public class People {
    private final DSLContext dsl;
    private final Clock clock;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Passwords passwords;

    People(DSLContext dsl, Clock clock, Sessions sessions, Tokens tokens, Passwords passwords) {
        this.dsl = dsl;
        this.clock = clock;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
    }

    /** Creates an active account with a password and returns its id. */
    public UUID create(String email, String role, String password) {
        var id = insert(email, role);
        dsl.update(IDENTITY_ACCOUNT)
                .set(IDENTITY_ACCOUNT.PASSWORD_HASH, passwords.hash(password))
                .where(IDENTITY_ACCOUNT.ID.eq(id))
                .execute();
        return id;
    }

    /** Opens a session of a new account with this role and returns its token. */
    public String token(Workspace county, String role) {
        return account(county, role).token();
    }

    /** A new account with the token of its session. */
    public record SignedInAccount(UUID id, String token) {}

    /** Opens a session of a new account with this role. */
    public SignedInAccount account(Workspace county, String role) {
        var account = insert(role + "-" + UUID.randomUUID() + "@kreis.example", role);
        var session = sessions.openForBrowser(new Arrival(account, false, ""));
        return new SignedInAccount(
                account, tokens.issue("platform", county.id(), account, session.id(), Duration.ofHours(1)));
    }

    private UUID insert(String email, String role) {
        var id = Ids.create(clock);
        var now = OffsetDateTime.now(clock);
        dsl.insertInto(IDENTITY_ACCOUNT)
                .set(IDENTITY_ACCOUNT.ID, id)
                .set(IDENTITY_ACCOUNT.EMAIL, email)
                .set(IDENTITY_ACCOUNT.NAME, "Prüfperson " + role)
                .set(IDENTITY_ACCOUNT.ROLE, role)
                .set(IDENTITY_ACCOUNT.STATE, "active")
                .set(IDENTITY_ACCOUNT.CREATED_AT, now)
                .set(IDENTITY_ACCOUNT.MODIFIED_AT, now)
                .set(IDENTITY_ACCOUNT.VERSION, 0L)
                .execute();
        return id;
    }
}
