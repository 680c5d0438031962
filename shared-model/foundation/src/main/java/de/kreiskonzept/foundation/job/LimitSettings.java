package de.kreiskonzept.foundation.job;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.stream.IntStream;

/** Reads the usual limits and refuses a start with numbers that are none. */
@Factory
final class LimitSettings {
    private static final int MOST = 1_000_000;

    @Context
    UsualLimits limits(
            @Property(name = "kreiskonzept.quota.requests", defaultValue = "0") int requests,
            @Property(name = "kreiskonzept.quota.jobs", defaultValue = "0") int jobs,
            @Property(name = "kreiskonzept.quota.megabytes", defaultValue = "0") int megabytes,
            @Property(name = "kreiskonzept.quota.accounts", defaultValue = "0") int accounts) {
        if (IntStream.of(requests, jobs, megabytes, accounts).anyMatch(number -> number < 0 || number > MOST)) {
            throw new ConfigurationException(
                    "KK_QUOTA_REQUESTS, KK_QUOTA_JOBS, KK_QUOTA_MEGABYTES and KK_QUOTA_ACCOUNTS must be numbers from 0 to "
                            + MOST + ".");
        }
        return new UsualLimits(requests, jobs, megabytes, accounts);
    }
}
