package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every hour whether a round of any county is to be reminded of. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final Workspaces workspaces;
    private final RoundStore rounds;
    private final Asking asking;

    Reminders(Workspaces workspaces, RoundStore rounds, Asking asking) {
        this.workspaces = workspaces;
        this.rounds = rounds;
        this.asking = asking;
    }

    @Scheduled(initialDelay = "3m", fixedDelay = "1h")
    void remind() {
        workspaces.list().stream().filter(Workspace::writable).forEach(this::remind);
    }

    private void remind(Workspace county) {
        try {
            workspaces.in(county, () -> {
                rounds.listOpen().forEach(asking::remindOnSchedule);
                return county;
            });
        } catch (Exception e) {
            LOG.error(
                    "Reminders of tenant {} were not sent: {}",
                    county.id(),
                    e.getClass().getName());
        }
    }
}
