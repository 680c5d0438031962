package de.kreiskonzept.platform.oparl;

import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Takes names of those who have left out of the published objects of all counties, also where nobody reads them (decision 015). */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Renewal {
    private final Workspaces workspaces;
    private final CouncilData data;

    Renewal(Workspaces workspaces, CouncilData data) {
        this.workspaces = workspaces;
        this.data = data;
    }

    @Scheduled(initialDelay = "7m", fixedDelay = "1d")
    void renew() {
        workspaces.each("renew council data", data::renew);
    }
}
