package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.PlatformUnderTest;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tenancy contract, point by point, against PostgreSQL itself. */
@ExtendWith(PlatformUnderTest.Given.class)
class BindingIT {
    private static final List<String> NEUTRAL = List.of("kk_platform", "\"\"", "0");

    private final PlatformUnderTest platform;
    private final Canary canary;
    private Workspace county;
    private Workspace other;

    BindingIT(PlatformUnderTest platform) {
        this.platform = platform;
        this.canary = platform.bean(Canary.class);
    }

    @BeforeEach
    void twoCountiesWithOneTextEach() throws Exception {
        county = platform.county();
        other = platform.county();
        in(county, () -> canary.write("own"));
        in(other, () -> canary.write("foreign"));
    }

    @Test
    void seesOnlyTheOwnCounty() throws Exception {
        assertThat(platform.in(county, canary::read)).containsExactly("own");
    }

    @Test
    void refusesEveryTableWithoutTheAnnotation() {
        assertThatThrownBy(() -> platform.in(county, () -> canary.readWithoutWorkspace("concept")))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> platform.in(county, () -> canary.readWithoutWorkspace(county.schema() + ".concept")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesAnotherCountysTableByItsFullName() {
        assertThatThrownBy(() -> platform.in(county, () -> canary.readOf(other.schema())))
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesAFixedReadOutsideABoundTransaction() {
        FixedReads reads = platform.bean(FixedReads.class);
        assertThatThrownBy(() -> platform.in(county, () -> reads.query("SELECT 1", rows -> 1)))
                .hasMessageContaining("no transaction is bound");
    }

    @Test
    void refusesTheRegistryInsideACounty() {
        assertThatThrownBy(() -> in(county, () -> canary.execute("SELECT * FROM registry.workspace")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesToCreateOrAlterAnything() {
        for (String sql : List.of(
                "CREATE TABLE mine (id int)",
                "CREATE TEMP TABLE mine (id int)",
                "CREATE SCHEMA mine",
                "ALTER TABLE concept ADD COLUMN mine int",
                "TRUNCATE concept CASCADE",
                "DROP TABLE concept")) {
            assertThatThrownBy(() -> in(county, () -> canary.execute(sql))).hasMessageContaining("ERROR");
        }
    }

    @Test
    void keepsAppendOnlyTablesAsTheyAre() {
        for (String table : List.of("audit_entry", "monitoring_assessment")) {
            assertThatThrownBy(() -> in(county, () -> canary.execute("DELETE FROM " + table)))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> in(county, () -> canary.execute("UPDATE " + table + " SET version = 1")))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void isNeutralAfterCommitRollbackAndError() throws Exception {
        assertThat(canary.state()).isEqualTo(NEUTRAL);
        assertThatThrownBy(() -> in(county, () -> canary.fail("lost"))).hasMessage("after the change");
        assertThat(canary.state()).isEqualTo(NEUTRAL);
        assertThatThrownBy(() -> in(county, () -> canary.execute("SELECT * FROM nothing")))
                .isNotNull();
        assertThat(canary.state()).isEqualTo(NEUTRAL);
        assertThat(platform.in(county, canary::read)).containsExactly("own");
    }

    @Test
    void refusesAChangeWhereOnlyReadingWasPromised() {
        assertThatThrownBy(() -> in(county, () -> canary.writeWhileReading("sneaked in")))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void refusesAChangeInAReadOnlyCounty() throws Exception {
        Workspace frozen = platform.county(TenantState.READ_ONLY);
        assertThatThrownBy(() -> in(frozen, () -> canary.write("late"))).hasMessageContaining("read-only transaction");
    }

    @Test
    void refusesAPlainTransactionAroundTheCountys() {
        PlainTransaction plain = platform.bean(PlainTransaction.class);
        assertThatThrownBy(() -> in(county, plain::around)).hasMessageContaining("not bound to this county");
    }

    @Test
    void refusesASecondCountyInsideTheFirst() {
        assertThatThrownBy(() -> platform.in(county, () -> platform.in(other, canary::read)))
                .hasMessageContaining("another county is bound already");
    }

    @Test
    void refusesToWorkForNoCounty() {
        assertThatThrownBy(canary::read).hasMessageContaining("no county is bound");
    }

    @Test
    void refusesTheLoginItself() throws SQLException {
        try (var connection = TestServer.platform();
                var statement = connection.createStatement()) {
            for (String sql : List.of(
                    "SELECT * FROM " + county.schema() + ".concept",
                    "SELECT * FROM registry.tenant",
                    "CREATE TABLE public.mine (id int)",
                    "SET ROLE kk_owner",
                    "SET ROLE kk_admin",
                    "SET ROLE postgres")) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("ERROR");
            }
        }
    }

    private void in(Workspace workspace, ThrowingCallable work) throws Exception {
        Callable<Boolean> call = () -> {
            try {
                work.call();
            } catch (Exception e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
            return true;
        };
        platform.in(workspace, call);
    }
}
