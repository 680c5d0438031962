package de.kreiskonzept.platform.tenancy;

import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.route.WaitingThreads;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Ready means: the registry answers, and there is a workspace that this program can work with. A county that is not migrated yet keeps the
 * others from nothing; it is counted.
 */
@Singleton
@Readiness
final class RegistryReady implements HealthIndicator {
    private static final String NAME = "registry";

    private final Workspaces workspaces;
    private final WorkspaceSchema schema;
    private final WaitingThreads threads;

    RegistryReady(Workspaces workspaces, WorkspaceSchema schema, WaitingThreads threads) {
        this.workspaces = workspaces;
        this.schema = schema;
        this.threads = threads;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return threads.call(() -> result(workspaces.countBySchema(schema.version())))
                .onErrorReturn(HealthResult.builder(NAME, HealthStatus.DOWN).build());
    }

    private static HealthResult result(Workspaces.BySchema counted) {
        var ready = counted.current() > 0 || counted.other() == 0;
        return HealthResult.builder(NAME, ready ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("current", counted.current(), "toMigrate", counted.other()))
                .build();
    }
}
