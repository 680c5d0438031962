package de.kreiskonzept.foundation.database;

import java.sql.SQLNonTransientConnectionException;

/** The registry names a data source that the settings of this process do not. */
public final class DataSourceNotConfigured extends SQLNonTransientConnectionException {
    private static final long serialVersionUID = 1;

    /** Names it. */
    public DataSourceNotConfigured(String name) {
        super("KK_DATA_SOURCES does not name the data source " + name, "08001");
    }
}
