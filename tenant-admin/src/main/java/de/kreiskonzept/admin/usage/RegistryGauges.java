package de.kreiskonzept.admin.usage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import de.kreiskonzept.admin.usage.RegistryFigures.Seen;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.model.tenant.Occupancy;
import de.kreiskonzept.model.tenant.TenantState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** The metrics of the registry. However many there are and whoever asks, the registry is read once in ten seconds at most. */
@Context
final class RegistryGauges {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LoadingCache<String, Seen> latest;
    private final MeterRegistry meters;

    RegistryGauges(MeterRegistry meters, RegistryFigures figures, DataSources sources, Ticker ticker) {
        this.meters = meters;
        this.latest =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build(any -> figures.look());
        for (TenantState state : TenantState.values()) {
            add("kreiskonzept.tenants", state.text(), seen -> seen.tenants().getOrDefault(state, 0));
        }
        add(
                "kreiskonzept.migration.workspaces",
                "current",
                seen -> seen.migration().current());
        add(
                "kreiskonzept.migration.workspaces",
                "open",
                seen -> seen.migration().open());
        add(
                "kreiskonzept.migration.workspaces",
                "set-aside",
                seen -> seen.migration().failures().size());
        sources.list().forEach(source -> addDataSource(source.name()));
        Gauge.builder(
                        "kreiskonzept.migration.running",
                        () -> latest.get("").migration().isUnderWay() ? 1 : 0)
                .strongReference(true)
                .register(meters);
    }

    private void addDataSource(String name) {
        addDataSource("counties", name, Occupancy::counties);
        addDataSource("free", name, Occupancy::free);
    }

    private void addDataSource(String what, String name, ToDoubleFunction<Occupancy> figure) {
        Gauge.builder(
                        "kreiskonzept.datasource." + what,
                        () -> figure.applyAsDouble(latest.get("").dataSource(name)))
                .tag("data_source", name)
                .strongReference(true)
                .register(meters);
    }

    private void add(String name, String state, ToDoubleFunction<Seen> figure) {
        Gauge.builder(name, () -> figure.applyAsDouble(latest.get("")))
                .tag("state", state)
                .strongReference(true)
                .register(meters);
    }
}
