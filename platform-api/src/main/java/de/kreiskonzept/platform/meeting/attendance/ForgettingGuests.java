package de.kreiskonzept.platform.meeting.attendance;

import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Deletes the guests of meetings of all counties once their names are no longer needed (decision 015). */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class ForgettingGuests {
    private final Workspaces workspaces;
    private final Attendances attendances;

    ForgettingGuests(Workspaces workspaces, Attendances attendances) {
        this.workspaces = workspaces;
        this.attendances = attendances;
    }

    @Scheduled(initialDelay = "6m", fixedDelay = "1d")
    void forget() {
        workspaces.each("forget guests of meetings", attendances::forgetGuests);
    }
}
