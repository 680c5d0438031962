package de.kreiskonzept.foundation.database;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Creates and drops what one county is in PostgreSQL: one schema and one role of the same opaque name. Every step is idempotent and
 * a transaction of its own. All connections are those of kk_admin, with auto-commit on.
 */
@Singleton
public final class WorkspaceSchema {
    private static final Pattern NAME = Pattern.compile("t_[a-z0-9]{20}");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();
    private final String version = SchemaResource.text("workspace.version");
    private final String script = SchemaResource.text("workspace.sql");
    private final String grants = SchemaResource.text("workspace-grants.sql");

    /** Fingerprint of the current script of a workspace, 16 hexadecimal digits. */
    public String version() {
        return version;
    }

    /** A new name for schema and role, {@code t_} and 20 random characters: it tells nothing of the county. */
    public String newName() {
        StringBuilder name = new StringBuilder("t_");
        random.ints(20, 0, ALPHABET.length()).forEach(index -> name.append(ALPHABET.charAt(index)));
        return name.toString();
    }

    /** Creates the role and lets kk_platform become it, but inherit nothing from it. */
    public void createRole(Connection admin, String name) throws SQLException {
        String role = checked(name);
        execute(admin, """
            DO $$
            BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                CREATE ROLE %1$s NOLOGIN NOINHERIT;
              END IF;
            END
            $$;
            GRANT %1$s TO kk_platform WITH INHERIT FALSE, SET TRUE;
            """.formatted(role));
    }

    /** Creates the schema with all its tables, owned by kk_owner, in one transaction; does nothing where it stands already. */
    public void createSchema(Connection admin, String name) throws SQLException {
        String schema = checked(name);
        if (exists(admin, schema)) {
            return;
        }
        execute(
                admin,
                "BEGIN; CREATE SCHEMA %1$s AUTHORIZATION kk_owner; SET LOCAL ROLE kk_owner; SET LOCAL search_path = %1$s;\n"
                                .formatted(schema)
                        + script
                        + "COMMIT;");
    }

    /** Gives the role its rights, table by table. */
    public void grant(Connection admin, String name) throws SQLException {
        String role = checked(name);
        execute(
                admin,
                "BEGIN; SET LOCAL ROLE kk_owner; SET LOCAL search_path = %1$s; GRANT USAGE ON SCHEMA %1$s TO %1$s;\n"
                                .formatted(role)
                        + grants.replace("{role}", role)
                        + "COMMIT;");
    }

    /** Drops schema and role with everything in it; nothing happens where they are gone. */
    public void drop(Connection admin, String name) throws SQLException {
        String role = checked(name);
        execute(
                admin,
                "BEGIN; SET LOCAL ROLE kk_owner; DROP SCHEMA IF EXISTS %1$s CASCADE; RESET ROLE; DROP ROLE IF EXISTS %1$s; COMMIT;"
                        .formatted(role));
    }

    private static boolean exists(Connection admin, String schema) throws SQLException {
        try (var statement = admin.prepareStatement("SELECT FROM pg_namespace WHERE nspname = ?")) {
            statement.setString(1, schema);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection admin, String sql) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            rollBack(admin);
            throw e;
        }
    }

    // BEGIN stands in the script, so the driver does not know of the transaction that an error leaves open.
    private static void rollBack(Connection admin) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    // Names go into statements as text, because PostgreSQL takes no parameter there; nothing but this pattern may.
    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a workspace");
        }
        return name;
    }
}
