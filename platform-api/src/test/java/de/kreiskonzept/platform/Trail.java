package de.kreiskonzept.platform;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.SQLException;
import java.util.List;

/** The trail of a county as it stands in its table. */
public final class Trail {
    private Trail() {}

    /**
     * What all entries say, in their order.
     *
     * @param column for example {@code action}, or an expression over several that gives text
     */
    public static List<String> of(Workspace county, String column) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var rows = superuser
                        .createStatement()
                        .executeQuery("SELECT coalesce(array_agg(%s ORDER BY position), '{}') FROM %s.audit_entry"
                                .formatted(column, county.schema()))) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }
}
