package de.kreiskonzept.admin.registry;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.foundation.database.DataSources;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.jdbc.PgConnection;

/** Connections that have learned too many schemas are given up, each for itself. */
@ExtendWith(ConsoleUnderTest.Given.class)
class AdminConnectionsIT {
    private final AdminConnections connections;

    AdminConnectionsIT(ConsoleUnderTest console) {
        this.connections = console.bean(AdminConnections.class);
    }

    @Test
    void aConnectionThatHasTouchedTheTablesOfAHundredSchemasIsNotLentAgain() throws SQLException {
        int worn = connections.lend(DataSources.DEFAULT, AdminConnections.MOST_TABLES, connection -> {
            // Whoever gives a connection back in a transaction must not meet one that is gone already.
            connection.setAutoCommit(false);
            return backend(connection);
        });
        var lent = new HashSet<Integer>();
        for (var i = 0; i < 50; i++) {
            lent.add(connections.lend(DataSources.DEFAULT, AdminConnectionsIT::backend));
        }
        assertThat(lent).doesNotContain(worn);
    }

    private static int backend(Connection connection) throws SQLException {
        return connection.unwrap(PgConnection.class).getBackendPID();
    }
}
