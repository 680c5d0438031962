package de.kreiskonzept.admin.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.doctor.Finding.Kind;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people remove or add by hand is found, and repaired where that loses nothing; on a database of its own. */
class DoctorIT {
    private DatabaseServer database;
    private Program program;
    private Doctor doctor;

    @BeforeEach
    void start() throws SQLException {
        database = TestServer.another();
        program = Program.current(database);
        doctor = program.bean(Doctor.class);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void findsNothingWhereAllIsAsItHasToBe() throws Exception {
        program.build(2);
        assertThat(program.examine()).isEqualTo(new Report(2, List.of(), List.of()));
    }

    @Test
    void findsARoleThatWasRemovedAndMakesItAgain() throws Exception {
        var tenant = program.build(2).getFirst();
        program.execute(tenant, "DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(tenant.schema()));
        var report = program.examine();
        assertThat(kinds(report)).containsExactly(Kind.ROLE);
        assertThat(doctor.repair(report, Program.TESTER).repaired()).hasSize(1);
        assertThat(program.examine().findings()).isEmpty();
        assertThat(readByThePlatform(tenant)).isTrue();
    }

    @Test
    void findsAPlatformThatInheritsTheRightsOfACounty() throws Exception {
        var tenant = program.build(1).getFirst();
        program.execute(tenant, "GRANT " + tenant.schema() + " TO kk_platform WITH INHERIT TRUE GRANTED BY kk_admin");
        assertThat(kinds(program.examine())).containsExactly(Kind.ROLE);
        doctor.repair(program.examine(), Program.TESTER);
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void findsASchemaThatWasRemovedAndLeavesItToTheBackup() throws Exception {
        var tenant = program.build(2).getFirst();
        program.execute(tenant, "DROP SCHEMA " + tenant.schema() + " CASCADE");
        var report = program.examine();
        assertThat(kinds(report)).containsExactly(Kind.SCHEMA_MISSING);
        assertThat(doctor.repair(report, Program.TESTER)).isEqualTo(report);
    }

    @Test
    void findsSchemasAndRolesThatBelongToNobody() throws Exception {
        program.build(1);
        var schema = program.bean(WorkspaceSchema.class);
        var name = schema.newName();
        try (var admin = database.as("kk_admin", TestServer.ADMIN_PASSWORD)) {
            schema.createRole(admin, name);
            schema.createSchema(admin, name);
            schema.grant(admin, name);
            assertThat(program.examine().findings())
                    .extracting(Finding::kind, Finding::owner)
                    .containsExactly(tuple(Kind.ORPHAN_SCHEMA, name), tuple(Kind.ORPHAN_ROLE, name));
            schema.drop(admin, name);
        }
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void namesTablesColumnsIndexesConstraintsAndOwnersThatDiffer() throws Exception {
        var tenant = program.build(2).get(1);
        program.execute(tenant, """
            ALTER TABLE identity_account ALTER COLUMN name DROP NOT NULL;
            DROP INDEX concept_goal_words;
            ALTER TABLE home_calendar_link OWNER TO postgres;
            ALTER TABLE identity_account DROP CONSTRAINT identity_account_state_check;
            CREATE TABLE strange (id uuid);
            """);
        var finding = doctor.examine(tenant.id()).findings().getFirst();
        assertThat(finding.kind()).isEqualTo(Kind.SHAPE);
        assertThat(finding.details())
                .contains(
                        "- column identity_account.name text not null",
                        "+ column identity_account.name text",
                        "- table home_calendar_link r of kk_owner",
                        "+ table home_calendar_link r of postgres",
                        "+ table strange r of postgres")
                .anyMatch(line -> line.startsWith("- index CREATE INDEX concept_goal_words"))
                .anyMatch(line -> line.startsWith("- constraint identity_account.identity_account_state_check"));
        assertThat(finding.kind().repairable()).isFalse();
    }

    @Test
    void givesRightsBackAndTakesThoseAwayThatSomebodyAdded() throws Exception {
        var tenant = program.build(1).getFirst();
        program.execute(
                tenant,
                "GRANT DELETE ON audit_entry TO %1$s; REVOKE SELECT ON concept FROM %1$s".formatted(tenant.schema()));
        var report = program.examine();
        assertThat(report.findings().getFirst().details())
                .containsExactly("- right concept county SELECT", "+ right audit_entry county DELETE");
        assertThat(doctor.repair(report, Program.TESTER).findings()).isEmpty();
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void findsAWorkspaceThatTheRegistryWronglyCallsCurrent() throws Exception {
        var tenant = program.build(1).getFirst();
        try (var later = Program.later(database, "ALTER TABLE identity_account ADD COLUMN extra text;")) {
            assertThat(kinds(later.examine())).containsExactly(Kind.OUTDATED);
        }
        program.execute(
                tenant,
                "DROP TABLE home_calendar_link;"
                        + " DELETE FROM databasechangelog WHERE filename LIKE '%calendar-links.sql'");
        var report = program.examine();
        assertThat(kinds(report)).containsExactly(Kind.BEHIND);
        assertThat(doctor.repair(report, Program.TESTER).findings()).isEmpty();
        assertThat(program.examine().findings()).isEmpty();
        assertThat(program.bean(Tenants.class).get(tenant.id()).schemaVersion())
                .isEqualTo(program.bean(WorkspaceSchema.class).version());
    }

    @Test
    void callsAChangelogThatIsGoneAFindingOfItsCountyAlone() throws Exception {
        var tenant = program.build(2).getFirst();
        program.execute(tenant, "DROP TABLE databasechangelog");
        var report = program.examine();
        assertThat(report.findings())
                .extracting(Finding::kind, Finding::tenantId)
                .containsExactly(tuple(Kind.BEHIND, tenant.id()));
    }

    @Test
    void goesOnWhereADeadProcessHasStoppedAsSoonAsItsLeaseHasRunOut() throws Exception {
        var tenant = program.build(2).getFirst();
        program.execute(tenant, "DROP INDEX concept_goal_words");
        var progress = program.bean(ExaminationProgress.class);
        progress.begin(false, Program.TESTER);
        assertThat(doctor.step()).isTrue();
        assertThat(progress.claim("a process that dies")).isPresent();
        assertThat(doctor.step()).isFalse();
        program.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(doctor.step()).isTrue();
        var report = progress.status().report();
        assertThat(report).isNotNull();
        assertThat(report.examined()).isEqualTo(2);
        assertThat(kinds(report)).containsExactly(Kind.SHAPE);
        assertThat(doctor.step()).isFalse();
    }

    @Test
    void notesNothingForAProcessWhoseLeaseSomebodyElseHasTaken() throws Exception {
        var tenant = program.build(1).getFirst();
        var progress = program.bean(ExaminationProgress.class);
        progress.begin(false, Program.TESTER);
        var run = progress.claim("slow").orElseThrow();
        program.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(doctor.step()).isTrue();
        progress.note(run.id(), found(tenant), tenant.id(), "slow");
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void keepsNothingOfACountyThatIsBeingDeleted() throws Exception {
        var tenant = program.build(1).getFirst();
        var progress = program.bean(ExaminationProgress.class);
        progress.begin(false, Program.TESTER);
        var run = progress.claim("test").orElseThrow();
        program.execute(tenant, "UPDATE registry.tenant SET state = 'deleting' WHERE id = '" + tenant.id() + "'");
        progress.note(run.id(), found(tenant), tenant.id(), "test");
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void givesAnExaminationUpForOneThatRepairs() throws Exception {
        var tenant = program.build(1).getFirst();
        program.execute(tenant, "REVOKE SELECT ON concept FROM " + tenant.schema());
        var progress = program.bean(ExaminationProgress.class);
        progress.begin(false, Program.TESTER);
        assertThat(doctor.step()).isTrue();
        var report = doctor.examine(true, Program.TESTER, run -> {});
        assertThat(report.repaired()).extracting(Finding::kind).containsExactly(Kind.RIGHTS);
        assertThat(report.findings()).isEmpty();
        assertThat(program.examine().repaired()).isEmpty();
    }

    private static Report found(Tenant tenant) {
        var finding = new Finding(Kind.SHAPE, tenant.id(), tenant.name(), tenant.schema(), List.of("+ table strange"));
        return new Report(1, List.of(finding), List.of());
    }

    private static List<Kind> kinds(Report report) {
        return report.findings().stream().map(Finding::kind).toList();
    }

    private boolean readByThePlatform(Tenant tenant) throws SQLException {
        try (var platform = database.as("kk_platform", TestServer.PLATFORM_PASSWORD);
                var statement = platform.createStatement()) {
            statement.execute("SET ROLE " + tenant.schema());
            return statement
                    .executeQuery("SELECT FROM " + tenant.schema() + ".identity_account")
                    .next();
        }
    }
}
