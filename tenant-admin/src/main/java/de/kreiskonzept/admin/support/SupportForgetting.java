package de.kreiskonzept.admin.support;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Deletes old grants and visits in the background, because they hold names. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class SupportForgetting {
    private final SupportVisits visits;

    SupportForgetting(SupportVisits visits) {
        this.visits = visits;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "6h")
    void forget() {
        visits.forgetOld();
    }
}
