package de.kreiskonzept.platform.tenancy.lane;

import com.github.benmanes.caffeine.cache.Ticker;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.database.DataSources.Source;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.configuration.jdbc.hikari.DatasourceFactory;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Opens for each database as many lanes as the pool is to have connections, and closes them. */
@Factory
@Replaces(factory = DatasourceFactory.class)
final class Connections {
    // Long enough for the usual transaction before this one, short enough to leave a lane in which a long job works.
    private static final long WAIT_IN_LANE = 250;
    // The registry is worth a longer wait: without it nothing works. A further server holds up its own counties, silent
    // or
    // busy.
    private static final Duration PATIENCE_WITH_OTHERS = Duration.ofSeconds(3);
    private static final long START_WITHOUT = -1;

    private final List<HikariDataSource> open = new ArrayList<>();

    @Context
    @EachBean(DatasourceConfiguration.class)
    DataSource connections(
            DatasourceConfiguration configuration,
            DataSources sources,
            MeterRegistry meters,
            Ticker ticker,
            @Value("${kreiskonzept.counties-per-connection:175}") int most) {
        var lanes = new HashMap<String, ConnectionLanes>();
        var patience = Duration.ofMillis(configuration.getConnectionTimeout());
        for (Source source : sources.list()) {
            var pools = IntStream.rangeClosed(1, configuration.getMaximumPoolSize())
                    .mapToObj(number -> lane(configuration, source, number, meters))
                    .toList();
            var wait = isOfRegistry(source) ? patience : PATIENCE_WITH_OTHERS;
            lanes.put(source.name(), new ConnectionLanes(pools, wait, most));
        }
        return new CountyConnections(lanes, ticker);
    }

    private HikariDataSource lane(DatasourceConfiguration all, Source source, int number, MeterRegistry meters) {
        var own = new HikariConfig();
        all.copyStateTo(own);
        own.setMaximumPoolSize(1);
        own.setConnectionTimeout(WAIT_IN_LANE);
        own.setPoolName((isOfRegistry(source) ? "" : source.name() + "-") + "lane-" + number);
        if (!isOfRegistry(source)) {
            own.setJdbcUrl(source.url());
            own.setInitializationFailTimeout(START_WITHOUT);
            if (source.password() != null) {
                own.setPassword(source.password());
            }
        }
        own.setMetricRegistry(meters);
        var pool = new HikariDataSource(own);
        open.add(pool);
        return pool;
    }

    private static boolean isOfRegistry(Source source) {
        return source.name().equals(DataSources.DEFAULT);
    }

    @PreDestroy
    void close() {
        open.forEach(HikariDataSource::close);
    }
}
