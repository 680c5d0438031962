package de.kreiskonzept.admin.datasource;

import de.kreiskonzept.model.tenant.Occupancy;
import java.util.List;

/**
 * A data source as it is now.
 *
 * @param lacks what keeps it from holding workspaces; empty where it is ready
 */
public record DataSourceStatus(Occupancy occupancy, List<Lack> lacks) {
    /** Keeps a copy of the list. */
    public DataSourceStatus {
        lacks = List.copyOf(lacks);
    }
}
