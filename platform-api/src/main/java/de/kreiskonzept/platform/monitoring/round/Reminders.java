package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks every hour whether a round of any county is to be reminded of. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Reminders {
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
        workspaces.each("remind", () -> rounds.listOpen().forEach(asking::remindOnSchedule));
    }
}
