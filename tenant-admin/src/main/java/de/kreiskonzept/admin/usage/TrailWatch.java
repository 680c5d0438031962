package de.kreiskonzept.admin.usage;

import de.kreiskonzept.admin.web.TrailCheck;
import de.kreiskonzept.foundation.audit.BrokenTrails;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Recomputes the trail of the registry once a day. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class TrailWatch {
    private final TrailCheck check;
    private final BrokenTrails broken;

    TrailWatch(TrailCheck check, BrokenTrails broken) {
        this.check = check;
        this.broken = broken;
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "24h")
    void look() {
        broken.note("registry", check.verify());
    }
}
