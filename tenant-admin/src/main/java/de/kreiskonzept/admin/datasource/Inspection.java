package de.kreiskonzept.admin.datasource;

import jakarta.inject.Singleton;
import java.util.List;

/** Says of each database how full it is and what it lacks. */
@Singleton
public final class Inspection {
    private final Placement placement;
    private final Readiness readiness;

    Inspection(Placement placement, Readiness readiness) {
        this.placement = placement;
        this.readiness = readiness;
    }

    /** All data sources of the settings, that of the registry first; waits ten seconds for each that does not answer. */
    public List<DataSourceStatus> list() {
        return placement.list().stream()
                .map(occupancy -> new DataSourceStatus(occupancy, readiness.lacks(occupancy.dataSource())))
                .toList();
    }
}
