package de.kreiskonzept.platform.home.figures;

import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the provider every hour how much each workspace is used; two replicas at once write the same. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class FigureSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(FigureSchedule.class);

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
        workspaces.list().forEach(this::report);
    }

    private void report(Workspace county) {
        try {
            OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            workspaces.report(county, workspaces.in(county, use::count), now);
        } catch (Exception e) {
            LOG.error(
                    "Figures of tenant {} were not counted: {}",
                    county.id(),
                    e.getClass().getName());
        }
    }
}
