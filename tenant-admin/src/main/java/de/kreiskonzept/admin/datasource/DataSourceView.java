package de.kreiskonzept.admin.datasource;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A database in which workspaces stand.
 *
 * @param counties whose workspace stands there, or is to be built there
 * @param capacity counties that are put there at most
 * @param free counties that may still be put there
 * @param lacks what keeps it from holding workspaces, such as connection or admin; empty where it is ready
 */
@Serdeable
@Schema(name = "DataSource")
public record DataSourceView(String name, int counties, int capacity, int free, List<String> lacks) {
    /** The status as clients see it. */
    public static DataSourceView of(DataSourceStatus status) {
        var occupancy = status.occupancy();
        return new DataSourceView(
                occupancy.dataSource(),
                occupancy.counties(),
                occupancy.capacity(),
                occupancy.free(),
                status.lacks().stream().map(Lack::text).toList());
    }
}
