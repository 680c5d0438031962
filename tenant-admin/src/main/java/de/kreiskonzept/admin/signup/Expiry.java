package de.kreiskonzept.admin.signup;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Ends requests that nobody confirmed, every hour. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Expiry {
    private final Registration registration;

    Expiry(Registration registration) {
        this.registration = registration;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void expire() {
        registration.runOut().forEach(registration::expire);
    }
}
