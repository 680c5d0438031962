package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the names of former members of all counties once they are no longer needed (decision 015). */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Forgetting {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final Workspaces workspaces;
    private final Terms terms;

    Forgetting(Workspaces workspaces, Terms terms) {
        this.workspaces = workspaces;
        this.terms = terms;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1d")
    void forget() {
        workspaces.list().stream().filter(Workspace::writable).forEach(this::forget);
    }

    private void forget(Workspace county) {
        try {
            workspaces.in(county, () -> {
                terms.forgetFormer();
                return county;
            });
        } catch (Exception e) {
            LOG.error(
                    "Names of former members of tenant {} were not deleted: {}",
                    county.id(),
                    e.getClass().getName());
        }
    }
}
