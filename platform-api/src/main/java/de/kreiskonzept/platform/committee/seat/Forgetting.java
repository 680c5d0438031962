package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Deletes the names of former members of all counties once they are no longer needed (decision 015). */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Forgetting {
    private final Workspaces workspaces;
    private final Terms terms;

    Forgetting(Workspaces workspaces, Terms terms) {
        this.workspaces = workspaces;
        this.terms = terms;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1d")
    void forget() {
        workspaces.each("forget former members", terms::forgetFormer);
    }
}
