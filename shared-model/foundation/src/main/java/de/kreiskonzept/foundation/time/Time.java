package de.kreiskonzept.foundation.time;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time that everything reads, so that tests can set it. */
@Factory
final class Time {
    @Context
    Clock clock(@Value("${kreiskonzept.time-zone}") String zone) {
        try {
            return Clock.system(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new ConfigurationException("KK_TIME_ZONE is not a time zone, such as Europe/Berlin.", e);
        }
    }

    @Singleton
    Ticker ticker() {
        return Ticker.systemTicker();
    }
}
