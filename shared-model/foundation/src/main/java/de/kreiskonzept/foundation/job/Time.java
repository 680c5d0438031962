package de.kreiskonzept.foundation.job;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The time that everything reads, so that tests can set it. */
@Factory
final class Time {
    @Singleton
    Clock clock(@Value("${kreiskonzept.time-zone}") String zone) {
        return Clock.system(ZoneId.of(zone));
    }

    @Singleton
    Ticker ticker() {
        return Ticker.systemTicker();
    }
}
