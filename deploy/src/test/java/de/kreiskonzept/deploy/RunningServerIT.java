package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.DatabaseServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's own PostgreSQL: the set-up by hand, and the local start on it. */
class RunningServerIT {
    private static final String RIGHTS = """
            SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
              SELECT concat_ws(' ', rolname, rolcanlogin, rolinherit, rolsuper, rolcreatedb, rolcreaterole) AS line
                FROM pg_roles WHERE rolname LIKE 'kk%'
              UNION ALL
              SELECT concat_ws(' ', roleid::regrole, member::regrole, inherit_option, set_option, admin_option)
                FROM pg_auth_members WHERE member::regrole::text LIKE 'kk%'
              UNION ALL
              SELECT concat_ws(' ', 'database', datacl) FROM pg_database WHERE datname = current_database()
              UNION ALL
              SELECT concat_ws(' ', nspname, nspowner::regrole, nspacl)
                FROM pg_namespace WHERE nspname IN ('public', 'registry')
              UNION ALL
              SELECT concat_ws(' ', setrole::regrole, setconfig) FROM pg_db_role_setting
            )""";

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void setUpByHandChangesNothingTheSecondTime() throws SQLException {
        var database = DatabaseServer.running(ownDatabase());

        database.setUp("one", "two");
        String rights = rights(database);
        database.setUp("one", "two");

        assertThat(rights(database)).isEqualTo(rights);
        assertThat(rights)
                .contains(
                        "kk_platform t f f f f", "kk_admin t f f f t", "kk_owner f f f f f", "kk_owner kk_admin f t f");
    }

    @Test
    void localStartUsesItAndFindsItsCountiesAgain() throws StartRefused {
        String url = ownDatabase();
        var options = new LocalOptions(folder, FreePorts.first(), true, Optional.of(url), Optional.empty());

        try (LocalSystem first = LocalSystem.start(options)) {
            assertThat(first.databaseUrl()).isEqualTo(url.replaceFirst("\\?.*", ""));
            assertThat(first.accounts()).hasSize(13);
        }
        try (LocalSystem second = LocalSystem.start(options)) {
            assertThat(second.accounts()).hasSize(13);
        }
        assertThat(folder.resolve("postgres")).doesNotExist();
    }

    private static String ownDatabase() {
        return OwnDatabase.on(server.getJdbcUrl("postgres", "postgres"));
    }

    private static String rights(DatabaseServer database) throws SQLException {
        try (Connection superuser = database.superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(RIGHTS)) {
            row.next();
            return row.getString(1);
        }
    }
}
