package de.kreiskonzept.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of a workspace: what the captured script builds and migrates, held against Liquibase and against the schema rules. */
class WorkspaceSchemaIT {
    private static final String OWN_TABLES = " t.table_schema = '%s' AND t.table_name NOT LIKE 'databasechangelog%%'";

    private static final String CHANGELOG =
            "SELECT id, md5sum, orderexecuted FROM %s.databasechangelog ORDER BY orderexecuted";

    private final WorkspaceSchema schema = new WorkspaceSchema();
    private final WorkspaceShape shape = new WorkspaceShape();
    private final String name = schema.newName();
    private Connection superuser;

    @BeforeEach
    void createOne() throws SQLException {
        superuser = TestServer.shared().superuser();
        try (Connection admin = TestServer.admin()) {
            create(admin, name);
        }
    }

    @AfterEach
    void dropIt() throws SQLException {
        superuser.close();
        try (Connection admin = TestServer.admin()) {
            schema.drop(admin, name);
        }
    }

    @Test
    void buildsTheShapeThatLiquibaseGave() throws SQLException {
        try (Connection admin = TestServer.admin()) {
            assertThat(shape.deviations(admin, List.of(name))).isEmpty();
            assertThat(shape.changelogs(admin, List.of(name))).isEmpty();
        }
    }

    /** The start, the first change of rows by hand, half of the way, and the last program. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 30})
    void migratesEarlierWorkspacesAsLiquibaseWould(int changes) throws Exception {
        var earlier = new WorkspaceSchema(OtherVersions.before(changes));
        String migrated = schema.newName();
        String byLiquibase = schema.newName();
        try (Connection admin = TestServer.admin()) {
            for (String each : List.of(migrated, byLiquibase)) {
                schema.createRole(admin, each);
                earlier.createSchema(admin, each);
            }
            assertThat(shape.deviations(admin, List.of(migrated, byLiquibase))).containsOnlyKeys(migrated, byLiquibase);
            schema.migrate(admin, migrated, earlier.version());
            update(byLiquibase);
            schema.grant(admin, byLiquibase);

            assertThat(shape.deviations(admin, List.of(migrated, byLiquibase))).isEmpty();
            assertThat(shape.changelogs(admin, List.of(migrated))).isEmpty();
            assertThat(rows(CHANGELOG.formatted(migrated))).isEqualTo(rows(CHANGELOG.formatted(byLiquibase)));
            schema.drop(admin, migrated);
            schema.drop(admin, byLiquibase);
        }
    }

    /** The second has what the first had, the third was migrated by somebody who died before saying so, and a county is leaving the fourth. */
    @Test
    void migratesSeveralOfAVersionTogetherUntilOneIsNotAsTheFirst() throws SQLException {
        var later = OtherVersions.after("for-several", "ALTER TABLE concept ADD COLUMN extra text;");
        var program = new WorkspaceSchema(later);
        var from = schema.version();
        var names = List.of(name, schema.newName(), schema.newName(), schema.newName(), schema.newName());
        try (Connection admin = TestServer.admin()) {
            for (String each : names.subList(1, names.size())) {
                create(admin, each);
            }
            assertThat(program.migrateAsOthers(admin, names, from)).isFalse();
            assertThat(program.touchedFrom(from)).isEqualTo(WorkspaceSchema.MOST_TABLES);
            program.migrate(admin, name, from);
            assertThat(program.touchedFrom(from))
                    .as("concept and the changelog")
                    .isEqualTo(2);

            new WorkspaceSchema(later).migrate(admin, names.get(2), from);
            assertThat(program.migrateAsOthers(admin, names.subList(1, 4), from))
                    .as("the second is migrated already")
                    .isFalse();
            assertThat(shape.changelogs(admin, names)).containsOnlyKeys(names.subList(0, 3));
            schema.close(admin, names.get(3));
            assertThat(program.migrateAsOthers(admin, names.subList(3, 4), from))
                    .as("a county is leaving it")
                    .isFalse();
            assertThatThrownBy(() -> program.migrate(admin, names.get(3), from))
                    .isInstanceOf(WorkspaceSchema.Closed.class);
            schema.open(admin, names.get(3));
            assertThat(program.migrateAsOthers(admin, names.subList(3, 5), from))
                    .isTrue();
            program.migrate(admin, names.get(2), from);

            assertThat(shape.deviations(admin, names)).containsOnlyKeys(names).allSatisfy((each, deviation) -> {
                assertThat(deviation.missing()).isEmpty();
                assertThat(deviation.surplus()).containsExactly("column concept.extra text");
            });
            assertThat(shape.changelogs(admin, names))
                    .allSatisfy(
                            (each, changelog) -> assertThat(changelog.surplus()).hasSize(1));
            for (String each : names.subList(1, names.size())) {
                schema.drop(admin, each);
            }
        }
    }

    @Test
    void migratesNothingTwiceAndNothingItDoesNotKnow() throws SQLException {
        var later = OtherVersions.after("one-more", "ALTER TABLE concept ADD COLUMN extra text;");
        try (Connection admin = TestServer.admin()) {
            new WorkspaceSchema(later).migrate(admin, name, schema.version());
            new WorkspaceSchema(later).migrate(admin, name, schema.version());
            assertThat(shape.deviations(admin, List.of(name)).get(name).surplus())
                    .containsExactly("column concept.extra text");
            assertThatThrownBy(() -> schema.migrate(admin, name, later.version()))
                    .hasMessage("unknown changeset later.sql::one-more::kreiskonzept");
            assertThat(shape.changelogs(admin, List.of(name)).get(name).surplus())
                    .hasSize(1);
        }
    }

    @Test
    void leavesAWorkspaceWhoseDataBreakAChangeAsItWas() throws SQLException {
        var later = OtherVersions.after("none-allowed", """
            ALTER TABLE mail_outbox ADD COLUMN extra text;
            ALTER TABLE identity_account ADD CONSTRAINT identity_account_none CHECK (name = '');""");
        try (Connection admin = TestServer.admin();
                var statement = superuser.createStatement()) {
            statement.execute(
                    "INSERT INTO " + name + ".identity_account VALUES (gen_random_uuid(), 'a@b.example', 'Ada',"
                            + " 'admin', NULL, 'invited', now(), now(), 0)");
            assertThatThrownBy(() -> new WorkspaceSchema(later).migrate(admin, name, schema.version()))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
            assertThat(shape.deviations(admin, List.of(name))).isEmpty();
            assertThat(rows("SELECT 1 FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND query LIKE '%"
                            + name + "%'"))
                    .isEmpty();
        }
    }

    @Test
    void givesRightsAnewWithoutThoseThatSomebodyAdded() throws SQLException {
        try (Connection admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner; GRANT UPDATE ON %1$s.audit_entry TO %1$s, kk_owner;".formatted(name)
                    + "REVOKE SELECT ON %1$s.concept FROM %1$s; RESET ROLE".formatted(name));
            var deviation = shape.deviations(admin, List.of(name)).get(name);
            assertThat(deviation.of("right").missing()).containsExactly("right concept county SELECT");
            assertThat(deviation.surplus())
                    .containsExactly("right audit_entry county UPDATE", "right audit_entry kk_owner UPDATE");
            schema.grantAnew(admin, name);
            assertThat(shape.deviations(admin, List.of(name))).isEmpty();
        }
    }

    @Test
    void givesRightsOnTheTablesThatAreThere() throws SQLException {
        try (Connection admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute(
                    "SET ROLE kk_owner; DROP TABLE %1$s.oparl_reference; REVOKE ALL ON ALL TABLES IN SCHEMA %1$s FROM %1$s; RESET ROLE"
                            .formatted(name));
            assertThatThrownBy(() -> schema.grant(admin, name))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42P01"));
            schema.grantThere(admin, name);
            var rights = shape.deviations(admin, List.of(name)).get(name).of("right");
            assertThat(rights.surplus()).isEmpty();
            assertThat(rights.missing()).isNotEmpty().allMatch(right -> right.startsWith("right oparl_reference "));
        }
    }

    @Test
    void givesNoRightsWhereACountyIsLeavingUntilItIsOpenedAgain() throws SQLException {
        try (Connection admin = TestServer.admin();
                var statement = superuser.createStatement()) {
            schema.close(admin, name);
            schema.close(admin, name);
            statement.execute("REVOKE INSERT ON %1$s.concept FROM %1$s".formatted(name));
            for (var given : List.<ThrowingCallable>of(
                    () -> schema.migrate(admin, name, ""),
                    () -> schema.grant(admin, name),
                    () -> schema.grantAnew(admin, name),
                    () -> schema.grantThere(admin, name))) {
                assertThatThrownBy(given).isInstanceOf(WorkspaceSchema.Closed.class);
            }
            assertThat(shape.deviations(admin, List.of(name)).get(name).missing())
                    .containsExactly("right concept county INSERT");
            schema.open(admin, name);
            schema.grantAnew(admin, name);
            assertThat(shape.deviations(admin, List.of(name))).isEmpty();
        }
    }

    /** Whoever opens it waits for whoever keeps it closed. */
    @Test
    void staysClosedAsLongAsSomebodyWorksInIt() throws SQLException {
        try (Connection admin = TestServer.admin();
                Connection owner = TestServer.admin();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("SET LOCAL ROLE kk_owner; SET LOCAL search_path = " + name);
            assertThat(schema.isKeptClosed(owner)).isFalse();
            owner.rollback();
            schema.close(admin, name);
            statement.execute("SET LOCAL ROLE kk_owner; SET LOCAL search_path = " + name);
            assertThat(schema.isKeptClosed(owner)).isTrue();
            assertThatThrownBy(() -> schema.open(admin, name))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
            owner.rollback();
            schema.open(admin, name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE %s.audit_entry SET detail = ''", "DELETE FROM %s.audit_entry", "TRUNCATE %s.audit_entry"
            })
    void refusesEvenTheOwnerToChangeTheTrail(String change) throws SQLException {
        try (Connection admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner");
            assertThatThrownBy(() -> statement.execute(change.formatted(name)))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    private static void update(String schema) throws Exception {
        try (Connection liquibase = TestServer.shared().superuser();
                var statement = liquibase.createStatement()) {
            statement.execute("SET ROLE kk_owner; SET search_path = " + schema);
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(liquibase));
                database.setDefaultSchemaName(schema);
                new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog/workspace/root.yaml")
                        .execute();
            });
        }
    }

    @Test
    void mayBeRepeatedAtEveryStep() throws SQLException {
        try (Connection admin = TestServer.admin()) {
            create(admin, name);
            assertThat(shape.deviations(admin, List.of(name))).isEmpty();
        }
    }

    @Test
    void leavesNothingBehindWhenDropped() throws SQLException {
        try (Connection admin = TestServer.admin()) {
            schema.drop(admin, name);
            schema.drop(admin, name);
        }
        assertThat(rows("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'"))
                .isEmpty();
        assertThat(rows("SELECT 1 FROM pg_namespace WHERE nspname = '" + name + "'"))
                .isEmpty();
    }

    @Test
    void refusesANameThatCouldBeSql() throws SQLException {
        try (Connection admin = TestServer.admin()) {
            for (String bad :
                    List.of("public", "registry", "t_x; DROP SCHEMA registry", "t_ABCDEFGHIJKLMNOPQRST", "")) {
                assertThatThrownBy(() -> schema.createSchema(admin, bad)).hasMessage("not the name of a workspace");
                assertThatThrownBy(() -> schema.drop(admin, bad)).hasMessage("not the name of a workspace");
            }
        }
    }

    @Test
    void keepsTheSchemaRules() throws SQLException {
        String own = OWN_TABLES.formatted(name);
        assertThat(rows("SELECT t.table_name FROM information_schema.tables t WHERE t.table_schema = '" + name
                        + "' AND NOT EXISTS (SELECT FROM information_schema.table_constraints c WHERE c.table_schema = t.table_schema"
                        + " AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY')"))
                .as("tables without a primary key")
                .isEmpty();
        assertThat(rows(
                        "SELECT t.table_name, c.name FROM information_schema.tables t CROSS JOIN (VALUES ('created_at'),"
                                + " ('modified_at'), ('version')) c (name) WHERE " + own
                                + " AND NOT EXISTS (SELECT FROM"
                                + " information_schema.columns x WHERE x.table_schema = t.table_schema AND x.table_name = t.table_name"
                                + " AND x.column_name = c.name AND x.is_nullable = 'NO')"))
                .as("tables without created_at, modified_at, version")
                .isEmpty();
        assertThat(rows("SELECT table_name, column_name, data_type FROM information_schema.columns t WHERE " + own
                        + " AND (column_default IS NOT NULL AND column_default LIKE 'nextval%' OR is_identity = 'YES'"
                        + " OR data_type IN ('USER-DEFINED', 'timestamp without time zone', 'json', 'character'))"))
                .as("serial, identity, enum or time without zone")
                .isEmpty();
        assertThat(rows("SELECT tgname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON"
                        + " n.oid = c.relnamespace WHERE NOT tgisinternal AND nspname = '" + name + "'"))
                .as("triggers")
                .isEmpty();
        assertThat(rows("SELECT relname, relkind::text, relpersistence::text FROM pg_class c JOIN pg_namespace n ON"
                        + " n.oid = c.relnamespace WHERE nspname = '" + name
                        + "' AND (relkind NOT IN ('r', 'i') OR relpersistence"
                        + " <> 'p')"))
                .as("sequences, views, materialised views, unlogged tables")
                .isEmpty();
        assertThat(rows(
                        "SELECT conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace LEFT JOIN pg_class f ON"
                                + " f.oid = c.confrelid WHERE nspname = '" + name
                                + "' AND (condeferrable OR contype = 'f' AND"
                                + " f.relnamespace <> c.connamespace)"))
                .as("deferrable constraints or foreign keys that leave the schema")
                .isEmpty();
        assertThat(rows("SELECT t.table_name FROM information_schema.tables t WHERE " + own))
                .hasSizeLessThanOrEqualTo(WorkspaceSchema.MOST_TABLES);
    }

    @Test
    void givesTheRoleExactlyTheListedRights() throws SQLException {
        String own = OWN_TABLES.formatted(name);
        assertThat(rows("SELECT t.table_name FROM information_schema.tables t WHERE " + own
                        + " AND NOT has_table_privilege('" + name
                        + "', t.table_schema || '.' || t.table_name, 'SELECT')"))
                .as("tables that stand in no list of grants")
                .isEmpty();
        assertThat(rows("SELECT t.table_name FROM information_schema.tables t WHERE " + own
                        + " AND NOT has_table_privilege('" + name
                        + "', t.table_schema || '.' || t.table_name, 'UPDATE')"
                        + " ORDER BY 1"))
                .as("append-only tables")
                .containsExactly(
                        "audit_entry",
                        "concept_field_change",
                        "concept_version_step",
                        "meeting_minutes",
                        "monitoring_assessment",
                        "monitoring_override",
                        "monitoring_stand",
                        "onboarding_answer_change",
                        "publication_release",
                        "resolution_attachment",
                        "resolution_correction",
                        "workflow_step_change");
        assertThat(rows("SELECT t.table_name FROM information_schema.tables t WHERE " + own
                        + " AND NOT has_table_privilege('" + name
                        + "', t.table_schema || '.' || t.table_name, 'DELETE')"
                        + " ORDER BY 1"))
                .as("tables that lose no row")
                .containsExactly(
                        "audit_entry",
                        "audit_head",
                        "catalogue_choice",
                        "concept_field_change",
                        "concept_version_step",
                        "meeting_minutes",
                        "monitoring_assessment",
                        "monitoring_override",
                        "monitoring_stand",
                        "onboarding_answer_change",
                        "publication_release",
                        "resolution_attachment",
                        "resolution_correction",
                        "workflow_step_change");
        assertThat(rows("SELECT 1 WHERE has_schema_privilege('" + name + "', '" + name + "', 'CREATE')"))
                .isEmpty();
        assertThat(rows(
                        "SELECT inherit_option::text, set_option::text, admin_option::text FROM pg_auth_members m JOIN pg_roles r"
                                + " ON r.oid = m.roleid JOIN pg_roles p ON p.oid = m.member WHERE r.rolname = '" + name
                                + "' AND p.rolname = 'kk_platform'"))
                .containsExactly("false|true|false");
        assertThat(rows("SELECT DISTINCT tableowner::text FROM pg_tables WHERE schemaname = '" + name + "'"))
                .containsExactly("kk_owner");
    }

    private void create(Connection admin, String workspace) throws SQLException {
        schema.createRole(admin, workspace);
        schema.createSchema(admin, workspace);
        schema.grant(admin, workspace);
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = superuser.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(result.getString(i));
                }
                rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }
}
