package de.kreiskonzept.foundation.database;

import de.kreiskonzept.foundation.database.DataSources.Source;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;

/** Reads which databases there are, and refuses a start with settings that cannot be read. */
@Factory
final class DataSourceSettings {
    @Context
    DataSources sources(
            @Property(name = "datasources.default.url", defaultValue = "") String url,
            @Property(name = "kreiskonzept.capacity", defaultValue = "0") int capacity,
            @Property(name = "kreiskonzept.data-sources", defaultValue = "") String entries,
            @Property(name = "kreiskonzept.data-source-passwords", defaultValue = "") String passwords) {
        if (capacity < 0 || capacity > DataSources.MOST) {
            throw new ConfigurationException("KK_CAPACITY must be a number from 0 to " + DataSources.MOST + ".");
        }
        return DataSources.of(new Source(DataSources.DEFAULT, capacity, url, null), entries, passwords);
    }
}
