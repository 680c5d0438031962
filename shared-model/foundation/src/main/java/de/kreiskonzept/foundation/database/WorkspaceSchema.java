package de.kreiskonzept.foundation.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Creates, migrates and drops what one county is in PostgreSQL: one schema and one role of the same opaque name. Every step is idempotent and
 * a transaction of its own. All connections are those of kk_admin, with auto-commit on.
 */
@Singleton
public final class WorkspaceSchema {
    /** Tables that a workspace has at most: a rule of the schema. */
    public static final int MOST_TABLES = 100;

    private static final Pattern NAME = Pattern.compile("t_[a-z0-9]{20}");
    private static final String BEGIN =
            "BEGIN; CREATE SCHEMA %1$s AUTHORIZATION kk_owner; SET LOCAL ROLE kk_owner; SET LOCAL search_path = %1$s;\n";
    private static final String LOCKED = """
        BEGIN; SET LOCAL ROLE kk_owner; SET LOCAL search_path = %1$s; SET LOCAL lock_timeout = '5s';
        LOCK TABLE databasechangelog IN SHARE ROW EXCLUSIVE MODE;
        """;

    /** No changeset has this name. */
    private static final String CLOSED = "closed";

    private static final String APPLIED = "count(*), sum(hashtext(md5sum))";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();
    private final WorkspaceScript script;
    // By version; there are as many as this program has met.
    private final Map<String, Missing> missingIn = new ConcurrentHashMap<>();

    /** Builds by the script of this program. */
    public WorkspaceSchema() {
        this(WorkspaceScript.current());
    }

    /** Builds by this script. */
    @Inject
    public WorkspaceSchema(WorkspaceScript script) {
        this.script = script;
    }

    /** Fingerprint of the current script of a workspace and its grants, 16 hexadecimal digits. */
    public String version() {
        return script.version();
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

    /**
     * Creates the schema with all its tables, owned by kk_owner, in one transaction. One that stands already, because an earlier
     * attempt died after it, is brought to the current version.
     */
    public void createSchema(Connection admin, String name) throws SQLException {
        String schema = checked(name);
        if (exists(admin, schema)) {
            migrate(admin, schema, script.version());
            return;
        }
        execute(admin, BEGIN.formatted(schema) + script.whole() + "COMMIT;");
    }

    /** Statements that fill the tables of a workspace; they run as its owner, with its schema as search path. */
    public interface Filling {
        /** Sends them. */
        void send() throws SQLException;
    }

    /**
     * Creates the schema with the tables of an earlier version and with rows in them, in one transaction.
     *
     * @param applied checksums of the changesets of that version, by file, name and author with {@code ::} between them
     * @throws WorkspaceScript.NotMigratable where this program does not know one of them
     */
    public void createFilled(Connection admin, String name, Map<String, String> applied, Filling filling)
            throws SQLException {
        boolean done = false;
        execute(admin, BEGIN.formatted(checked(name)) + script.only(applied));
        try {
            filling.send();
            execute(admin, "COMMIT");
            done = true;
        } finally {
            if (!done) {
                rollBack(admin);
            }
        }
    }

    /**
     * Refuses a workspace that this program could not migrate, before anything is made.
     *
     * @param applied checksums of the changesets that were run there, by file, name and author
     * @throws WorkspaceScript.NotMigratable where there is one that this program does not know
     */
    public void check(Map<String, String> applied) {
        script.check(applied);
    }

    /**
     * What a workspace of a version lacks.
     *
     * @param applied number and sum of the changesets that were run there, with a comma between them
     * @param sql of those that were not; it fails where a county is leaving the workspace, because it writes the changelog
     * @param tables how many the SQL names, with the changelog
     */
    private record Missing(String applied, String sql, int tables) {
        /** Fails by a division by zero in a workspace in which others were run. */
        String guard() {
            return "SELECT 1 / ((%s) = (%s))::int FROM databasechangelog;\n".formatted(APPLIED, applied);
        }
    }

    /**
     * Brings the tables of a workspace to the current version, in one transaction; does nothing where they are. Two that come at once
     * follow each other.
     *
     * @param from version that the registry knows, empty for none: rights are given anew only where those of that version differ
     * @throws WorkspaceScript.NotMigratable where the workspace has changesets that this program does not know
     * @throws Closed where a county is leaving it
     * @throws SQLException where a change does not fit the data, or somebody holds a table for more than five seconds
     */
    public void migrate(Connection admin, String name, String from) throws SQLException {
        String schema = checked(name);
        try {
            Map<String, String> applied = lockChangelog(admin, schema);
            String sql = script.since(applied);
            if (!from.isEmpty() && !sql.isEmpty()) {
                missingIn.put(from, new Missing(applied(admin), sql, script.tablesIn(sql) + 1));
            }
            execute(admin, sql + rights(schema, from) + "COMMIT;");
        } catch (WorkspaceScript.NotMigratable e) {
            rollBack(admin);
            throw e;
        }
    }

    /**
     * Brings workspaces of one version to the current one, each in a transaction of its own, by one text: what the first one of a version
     * lacked, which {@link #migrate} has found, the others lack, too.
     *
     * @param from version that the registry knows
     * @return false where none was met before, one is not as the first was, or a change fails: some of them may be migrated, the others
     *     have to be one by one
     */
    public boolean migrateAsOthers(Connection admin, List<String> names, String from) throws SQLException {
        Missing missing = missingIn.get(from);
        if (missing == null) {
            return false;
        }
        var sql = new StringBuilder();
        for (String name : names) {
            String schema = checked(name);
            sql.append(LOCKED.formatted(schema)).append(missing.guard()).append(missing.sql());
            sql.append(rights(schema, from)).append("COMMIT;\n");
        }
        try (var statement = admin.createStatement()) {
            statement.execute(sql.toString());
            return true;
        } catch (SQLException e) {
            rollBack(admin);
            return false;
        }
    }

    private String rights(String schema, String from) {
        return script.hasOtherRights(from) ? script.noRights(schema) + script.rights(schema) : "";
    }

    /** How many tables a migration touches at most in a workspace of this version. */
    public int touchedFrom(String version) {
        Missing missing = missingIn.get(version);
        return missing == null || script.hasOtherRights(version) ? MOST_TABLES : missing.tables();
    }

    private static String applied(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("SELECT %s FROM databasechangelog".formatted(APPLIED))) {
            row.next();
            return row.getLong(1) + ", " + row.getLong(2);
        } catch (SQLException e) {
            throw rolledBack(owner, e);
        }
    }

    /**
     * Opens a transaction in which nobody else migrates this workspace, gives rights in it or closes it, and reads which changesets were run;
     * one round trip.
     */
    private static Map<String, String> lockChangelog(Connection admin, String schema) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute((LOCKED + """
                SELECT filename || '::' || id || '::' || author, coalesce(md5sum, '') FROM databasechangelog
                 UNION ALL SELECT '%2$s', '' WHERE NOT has_table_privilege('databasechangelog', 'INSERT')\
                """).formatted(schema, CLOSED));
            var applied = pairs(statement);
            if (applied.containsKey(CLOSED)) {
                rollBack(admin);
                throw new Closed();
            }
            return applied;
        } catch (SQLException e) {
            throw rolledBack(admin, e);
        }
    }

    /** Reads the rows of the last of several statements, before which none has any. */
    private static Map<String, String> pairs(Statement statement) throws SQLException {
        var pairs = new HashMap<String, String>();
        var hasRows = false;
        while (!hasRows) {
            hasRows = statement.getMoreResults();
            if (!hasRows && statement.getUpdateCount() < 0) {
                throw new SQLException("no statement had rows");
            }
        }
        try (var rows = statement.getResultSet()) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }

    /** Gives the role its rights, table by table. */
    public void grant(Connection admin, String name) throws SQLException {
        change(admin, checked(name), script.rights(name));
    }

    /** Gives the role exactly its rights again: whatever it has beyond them on these tables goes. */
    public void grantAnew(Connection admin, String name) throws SQLException {
        change(admin, checked(name), script.noRights(name) + script.rights(name));
    }

    /** Gives the role its rights on the tables that are there: those of a workspace that cannot be brought to this version. */
    public void grantThere(Connection admin, String name) throws SQLException {
        change(admin, checked(name), script.rights(name, tables(admin, name)));
    }

    private static Set<String> tables(Connection admin, String schema) throws SQLException {
        var tables = new HashSet<String>();
        try (var query = admin.prepareStatement(
                "SELECT relname FROM pg_class WHERE relnamespace = ?::regnamespace AND relkind = 'r'")) {
            query.setString(1, checked(schema));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    private static void change(Connection admin, String name, String sql) throws SQLException {
        lockChangelog(admin, name);
        execute(admin, sql + "COMMIT;");
    }

    /**
     * Lets nobody migrate the workspace or give the role rights any more, not even who began before: the owner may not write its changelog, which
     * is changed and asked for under the same lock.
     */
    public void close(Connection admin, String name) throws SQLException {
        try {
            change(admin, checked(name), "REVOKE INSERT ON databasechangelog FROM kk_owner;");
        } catch (Closed e) {
            // An earlier attempt has closed it.
        }
    }

    /** Lets migrations and repairs give the role its rights again. */
    public void open(Connection admin, String name) throws SQLException {
        execute(admin, (LOCKED + "GRANT INSERT ON databasechangelog TO kk_owner; COMMIT;").formatted(checked(name)));
    }

    /**
     * Keeps others from opening the workspace that is the search path, until the transaction ends.
     *
     * @return false where it is open
     */
    public boolean isKeptClosed(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(
                    "SET LOCAL lock_timeout = '30s'; LOCK TABLE databasechangelog IN SHARE ROW EXCLUSIVE MODE");
            try (var row = statement.executeQuery("SELECT NOT has_table_privilege('databasechangelog', 'INSERT')")) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** SQL after which kk_platform cannot become the role any more; its workspace stays as it is. */
    public String withdrawal(String name) {
        return "REVOKE %s FROM kk_platform".formatted(checked(name));
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

    /** A county is leaving this workspace: nobody gives rights in it any more. */
    public static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Closed() {
            super("closed, because the county moves", null, false, false);
        }
    }

    static void execute(Connection admin, String sql) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw rolledBack(admin, e);
        }
    }

    /** The error, after what it left open was closed. */
    private static SQLException rolledBack(Connection admin, SQLException error) {
        try {
            rollBack(admin);
        } catch (SQLException gone) {
            error.addSuppressed(gone);
        }
        return error;
    }

    // BEGIN stands in the script, so the driver does not know of the transaction that an error leaves open.
    private static void rollBack(Connection admin) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    // Names go into statements as text, because PostgreSQL takes no parameter there; nothing but this pattern may.
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a workspace");
        }
        return name;
    }
}
