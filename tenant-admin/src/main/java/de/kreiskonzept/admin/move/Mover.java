package de.kreiskonzept.admin.move;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out in the background the moves that somebody has begun, and goes on with those that a crash or an error has left. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Mover {
    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

    private final Moving moving;

    Mover(Moving moving) {
        this.moving = moving;
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "3s")
    void goOn() {
        for (var tenant : moving.unfinished()) {
            try {
                if (!moving.complete(tenant)) {
                    LOG.debug("The move of tenant {} waits for the next round", tenant);
                }
            } catch (RuntimeException e) {
                LOG.error("The move of tenant {} waits for the next round", tenant, e);
            }
        }
    }
}
