package de.kreiskonzept.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.configuration.jdbc.hikari.DatasourceFactory;
import io.micronaut.configuration.jdbc.hikari.HikariUrlDataSource;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Opens as many lanes as the pool is to have connections, and closes them. */
@Factory
@Replaces(factory = DatasourceFactory.class)
final class Connections {
    // Long enough for the usual transaction before this one, short enough to leave a lane in which a long job works.
    private static final long WAIT_IN_LANE = 250;

    private final List<HikariDataSource> open = new ArrayList<>();

    @Context
    @EachBean(DatasourceConfiguration.class)
    DataSource lanes(
            DatasourceConfiguration configuration,
            MeterRegistry meters,
            @Value("${kreiskonzept.counties-per-connection:175}") int most) {
        int number = configuration.getMaximumPoolSize();
        var patience = Duration.ofMillis(configuration.getConnectionTimeout());
        configuration.setMaximumPoolSize(1);
        configuration.setConnectionTimeout(WAIT_IN_LANE);
        var pools = new ArrayList<HikariDataSource>();
        for (int i = 1; i <= number; i++) {
            configuration.setPoolName("lane-" + i);
            var pool = new HikariUrlDataSource(configuration);
            pool.setMetricRegistry(meters);
            pools.add(pool);
        }
        open.addAll(pools);
        return new ConnectionLanes(pools, patience, most);
    }

    @PreDestroy
    void close() {
        open.forEach(HikariDataSource::close);
    }
}
