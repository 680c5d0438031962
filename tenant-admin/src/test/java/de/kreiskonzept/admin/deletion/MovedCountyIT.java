package de.kreiskonzept.admin.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.move.Moves;
import de.kreiskonzept.admin.move.Moving;
import de.kreiskonzept.admin.move.TwoServers;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A county that has moved is deleted where it stands and at its old place on the other server, which a move keeps for a time. */
class MovedCountyIT {
    private static final String CANARY = "kanarienvogel4712";

    @RegisterExtension
    static final SecondServer SECOND = SecondServer.emptied();

    private DatabaseServer database;
    private Program program;

    @BeforeEach
    void start() throws SQLException {
        database = TestServer.another();
        program = Program.with(database, TwoServers.settings(SECOND, 3));
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void isOnNoServerAfterItsDeletion() throws Exception {
        var before = program.build(1).getFirst();
        program.execute(before, "INSERT INTO concept VALUES (gen_random_uuid(), '" + CANARY + "', now(), now(), 0)");
        var wish = new Moves.Wish(before.slug(), "zwei");
        program.bean(Moves.class).begin(before.id(), before.version(), wish, Program.TESTER);
        assertThat(program.bean(Moving.class).complete(before.id())).isTrue();
        var moved = program.bean(Tenants.class).get(before.id());
        assertThat(title(database, before)).isEqualTo(CANARY);
        assertThat(title(SECOND.server(), moved)).isEqualTo(CANARY);

        Settled.settle(program, moved);
        program.bean(MovableClock.class).advance(Duration.ofDays(31));
        assertThat(program.bean(Erasure.class).complete(before.id())).isTrue();

        for (var server : List.of(database, SECOND.server())) {
            for (var place : List.of(before, moved)) {
                assertThat(schemasAndRoles(server, place)).isZero();
            }
        }
        assertThat(program.bean(Tenants.class).get(before.id()).state()).isEqualTo(TenantState.DELETED);
        assertThat(program.examine().findings()).isEmpty();
    }

    private static String title(DatabaseServer server, Tenant place) throws SQLException {
        try (var superuser = server.superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery("SELECT title FROM " + place.schema() + ".concept")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static long schemasAndRoles(DatabaseServer server, Tenant place) throws SQLException {
        try (var superuser = server.superuser();
                var query = superuser.prepareStatement("SELECT (SELECT count(*) FROM pg_namespace WHERE nspname = ?)"
                        + " + (SELECT count(*) FROM pg_roles WHERE rolname = ?)")) {
            query.setString(1, place.schema());
            query.setString(2, place.schema());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
