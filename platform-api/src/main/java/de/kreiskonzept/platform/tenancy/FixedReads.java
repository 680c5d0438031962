package de.kreiskonzept.platform.tenancy;

import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jooq.exception.DataAccessException;

/**
 * Runs SELECTs whose text is always the same for a county in the bound transaction. For the few reads that everybody makes all day:
 * composing, rendering and mapping them anew for each request costs more than the database does. They name the schema of the county,
 * because a plan is kept for a text, and the same text on another search_path has to be planned again (decision 016).
 */
@Singleton
public final class FixedReads {
    /** Stands for the schema of the county before the name of a table. */
    public static final String COUNTY = "{county}";

    /** Turns rows into a value; begins before the first row. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads all rows; must not keep them. */
        T read(ResultSet rows) throws SQLException;
    }

    /**
     * The value that the reading makes of the rows.
     *
     * @param sql with {@link #COUNTY} and a point before the names of tables
     * @throws IllegalStateException outside a method marked {@link InWorkspace}
     * @throws DataAccessException if PostgreSQL refuses
     */
    public <T> T query(String sql, Reading<T> reading) {
        return query(sql, List.of(), reading);
    }

    /** The same for a text with parameters. */
    public <T> T query(String sql, List<?> parameters, Reading<T> reading) {
        Binding.Open open = PropagatedContext.getOrEmpty()
                .find(Binding.Open.class)
                .orElseThrow(() -> new IllegalStateException("no transaction is bound to a county"));
        try (var statement =
                open.connection().prepareStatement(of(sql, open.workspace().schema()))) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (var rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException refused) {
            throw new DataAccessException("a fixed read was refused", refused);
        }
    }

    /** The text that a county's database sees. */
    public static String of(String sql, String schema) {
        return sql.replace(COUNTY, schema);
    }
}
