package de.kreiskonzept.platform.home.figures;

import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Tells the provider about every hour how much each workspace is used. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class FigureSchedule {
    private static final Duration FRESH = Duration.ofMinutes(55);

    private final Workspaces workspaces;
    private final UseOfWorkspace use;
    private final Clock clock;

    FigureSchedule(Workspaces workspaces, UseOfWorkspace use, Clock clock) {
        this.workspaces = workspaces;
        this.use = use;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "1h")
    void report() {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        workspaces
                .each("figures", workspaces.listUncounted(now.minus(FRESH)), use::count)
                .forEach((county, figures) -> workspaces.report(county, figures, now));
    }
}
