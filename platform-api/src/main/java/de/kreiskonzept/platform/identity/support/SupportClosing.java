package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.platform.tenancy.Workspaces;
import de.kreiskonzept.platform.tenancy.support.SupportStore;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;

/**
 * Notes in the background that the time of a grant has run out; nobody was let in since then. A county that moves comes later: nothing can
 * be written into its trail now.
 */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class SupportClosing {
    private final Workspaces workspaces;
    private final SupportStore store;
    private final SupportAccess access;

    SupportClosing(Workspaces workspaces, SupportStore store, SupportAccess access) {
        this.workspaces = workspaces;
        this.store = store;
        this.access = access;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void close() {
        var expired = store.listExpired();
        if (!expired.isEmpty()) {
            var counties = workspaces.list().stream()
                    .filter(county -> expired.contains(county.id()) && !county.isMoving())
                    .toList();
            workspaces.each("end of support access", counties, Executors.callable(access::closeExpired));
        }
    }
}
