package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import de.kreiskonzept.platform.tenancy.FixedReads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The floor: the very statements of the platform by plain JDBC, bound to the county in a transaction in the same way. */
final class OverJdbc implements Work {
    private final Connection connection;
    private final List<String> statements;

    OverJdbc(Connection connection, List<String> statements) throws SQLException {
        this.connection = connection;
        this.statements = statements;
        connection.setAutoCommit(false);
    }

    @Override
    public long read(BenchCounty county) throws SQLException {
        long rows = 0;
        try (PreparedStatement bind = connection.prepareStatement(
                "SELECT set_config('role', ?, true), set_config('search_path', ?, true), "
                        + "set_config('statement_timeout', '10s', true), set_config('transaction_read_only', ?, true)")) {
            bind.setString(1, county.schema());
            bind.setString(2, county.schema());
            bind.setString(3, "on");
            bind.execute();
        }
        for (String sql : statements) {
            try (PreparedStatement statement = connection.prepareStatement(FixedReads.of(sql, county.schema()))) {
                rows += rows(statement.executeQuery());
            }
        }
        connection.commit();
        return rows;
    }

    private static long rows(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        long rows = 0;
        while (result.next()) {
            for (int column = 1; column <= columns; column++) {
                result.getObject(column);
            }
            rows++;
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
