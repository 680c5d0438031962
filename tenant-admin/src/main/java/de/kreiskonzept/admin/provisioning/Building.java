package de.kreiskonzept.admin.provisioning;

import de.kreiskonzept.admin.catalogue.Releases;
import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.signup.Signup;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does in the database what a step says; each step is a transaction of its own and may be repeated. */
@Singleton
final class Building {
    /** How long the first administrator may open the invitation. */
    static final Duration INVITATION = Duration.ofDays(14);

    private final WorkspaceSchema schema;
    private final AdminConnections connections;
    private final Releases releases;
    private final Clock clock;

    Building(WorkspaceSchema schema, AdminConnections connections, Releases releases, Clock clock) {
        this.schema = schema;
        this.connections = connections;
        this.releases = releases;
        this.clock = clock;
    }

    /** Fingerprint of the script that schemas are built from. */
    String version() {
        return schema.version();
    }

    void createRole(Tenant tenant) throws SQLException {
        onConnection(tenant, connection -> schema.createRole(connection, tenant.schema()));
    }

    void createSchema(Tenant tenant) throws SQLException {
        onConnection(tenant, connection -> schema.createSchema(connection, tenant.schema()));
    }

    void grant(Tenant tenant) throws SQLException {
        onConnection(tenant, connection -> schema.grant(connection, tenant.schema()));
    }

    /** Creates the account of the first administrator, who has no password yet, and takes the latest catalogue. */
    void seed(Tenant tenant, Signup signup) throws SQLException {
        var catalogue = releases.latest();
        inWorkspace(tenant, connection -> {
            takeCatalogue(connection, catalogue);
            try (var insert = connection.prepareStatement("""
                INSERT INTO identity_account (id, email, name, role, state, created_at, modified_at, version)
                VALUES (?, ?, ?, 'admin', 'invited', ?, ?, 0)
                ON CONFLICT (email) DO NOTHING\
                """)) {
                insert.setObject(1, Ids.create(clock));
                insert.setString(2, signup.email().toLowerCase(Locale.ROOT));
                insert.setString(3, signup.contactName());
                insert.setObject(4, now());
                insert.setObject(5, now());
                insert.executeUpdate();
            }
        });
    }

    private void takeCatalogue(Connection connection, int number) throws SQLException {
        try (var insert = connection.prepareStatement("""
            INSERT INTO catalogue_choice (name, taken, put_away, account_name, created_at, modified_at, version)
            VALUES ('own', ?, 0, ?, ?, ?, 1)
            ON CONFLICT (name) DO NOTHING\
            """)) {
            insert.setInt(1, number);
            insert.setString(2, Progress.ACTOR.name());
            insert.setObject(3, now());
            insert.setObject(4, now());
            insert.executeUpdate();
        }
    }

    /**
     * Puts the one invitation of the first administrator in the place of earlier ones that were never sent.
     *
     * @param begun when this work began; a later invitation is that of somebody who has taken the work over, and stays
     */
    void invite(Tenant tenant, Signup signup, byte[] tokenHash, OffsetDateTime begun) throws SQLException {
        inWorkspace(tenant, connection -> replaceInvitation(connection, signup.email(), tokenHash, begun));
    }

    /**
     * Puts a new invitation in the place of all earlier ones.
     *
     * @return false when the account is not waiting for its invitation, and nothing was changed
     */
    boolean reinvite(Tenant tenant, String email, byte[] tokenHash) throws SQLException {
        var invited = new AtomicBoolean();
        inWorkspace(tenant, connection -> {
            invited.set(isInvited(connection, email) || isLockedOut(connection, email));
            if (invited.get()) {
                forgetSecondFactor(connection, email);
                replaceInvitation(connection, email, tokenHash, now());
            }
        });
        return invited.get();
    }

    private static boolean isInvited(Connection connection, String email) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT 1 FROM identity_account WHERE email = ? AND state = 'invited' FOR UPDATE")) {
            query.setString(1, email.toLowerCase(Locale.ROOT));
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The only one who manages accounts, with a second factor that nobody in the county could end. */
    private static boolean isLockedOut(Connection connection, String email) throws SQLException {
        try (var query = connection.prepareStatement("""
            SELECT 1 FROM identity_account a JOIN identity_second_factor f ON f.account_id = a.id
             WHERE a.email = ? AND a.role = 'admin' AND a.state = 'active'
               AND NOT EXISTS (SELECT FROM identity_account o WHERE o.role = 'admin' AND o.state = 'active' AND o.id <> a.id)
               FOR UPDATE OF a\
            """)) {
            query.setString(1, email.toLowerCase(Locale.ROOT));
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void forgetSecondFactor(Connection connection, String email) throws SQLException {
        for (var table : List.of("identity_remembered_device", "identity_recovery_code", "identity_second_factor")) {
            try (var delete = connection.prepareStatement(
                    "DELETE FROM " + table + " WHERE account_id = (SELECT id FROM identity_account WHERE email = ?)")) {
                delete.setString(1, email.toLowerCase(Locale.ROOT));
                delete.executeUpdate();
            }
        }
    }

    private void replaceInvitation(Connection connection, String email, byte[] tokenHash, OffsetDateTime before)
            throws SQLException {
        try (var delete = connection.prepareStatement("""
            DELETE FROM identity_ticket
             WHERE purpose = 'invitation' AND created_at < ?
               AND account_id = (SELECT id FROM identity_account WHERE email = ?)\
            """)) {
            delete.setObject(1, before);
            delete.setString(2, email.toLowerCase(Locale.ROOT));
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement("""
            INSERT INTO identity_ticket
              (id, account_id, purpose, token_hash, expires_at, created_at, modified_at, version)
            SELECT ?, id, 'invitation', ?, ?, ?, ?, 0 FROM identity_account WHERE email = ?\
            """)) {
            insert.setObject(1, Ids.create(clock));
            insert.setBytes(2, tokenHash);
            insert.setObject(3, now().plus(INVITATION));
            insert.setObject(4, now());
            insert.setObject(5, now());
            insert.setString(6, email.toLowerCase(Locale.ROOT));
            insert.executeUpdate();
        }
    }

    private void inWorkspace(Tenant tenant, Work work) throws SQLException {
        connections.inWorkspace(tenant.place(), connection -> {
            work.on(connection);
            return true;
        });
    }

    private void onConnection(Tenant tenant, Work work) throws SQLException {
        connections.lend(tenant.dataSource(), connection -> {
            work.on(connection);
            return true;
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Statements on one connection. */
    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
