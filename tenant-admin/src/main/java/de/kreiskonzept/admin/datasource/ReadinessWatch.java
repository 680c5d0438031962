package de.kreiskonzept.admin.datasource;

import de.kreiskonzept.foundation.database.DataSources;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks in the background, so that nobody who says where a workspace goes waits, in a transaction, for a server that is silent. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class ReadinessWatch {
    private final DataSources sources;
    private final Readiness readiness;

    ReadinessWatch(DataSources sources, Readiness readiness) {
        this.sources = sources;
        this.readiness = readiness;
    }

    @Scheduled(initialDelay = "10s", fixedDelay = "30s")
    void look() {
        sources.others().forEach(source -> readiness.lacks(source.name()));
    }
}
