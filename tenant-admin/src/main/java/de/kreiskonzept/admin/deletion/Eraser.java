package de.kreiskonzept.admin.deletion;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes in the background what is due, and goes on with what a crash or an error has left. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Eraser {
    private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);

    private final Erasure erasure;

    Eraser(Erasure erasure) {
        this.erasure = erasure;
    }

    @Scheduled(initialDelay = "20s", fixedDelay = "1m")
    void goOn() {
        for (var tenant : erasure.due()) {
            try {
                if (!erasure.complete(tenant)) {
                    LOG.info("The deletion of tenant {} waits for the next round", tenant);
                }
            } catch (RuntimeException e) {
                LOG.error("The deletion of tenant {} waits for the next round", tenant, e);
            }
        }
    }
}
