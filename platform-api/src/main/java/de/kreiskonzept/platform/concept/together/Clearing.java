package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.concept.writing.Writing;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes for good what has been in the bins of the counties for too long, and drafts that nobody went on with. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Clearing {
    private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);

    private final Workspaces workspaces;
    private final Bin bin;
    private final Writing writing;

    Clearing(Workspaces workspaces, Bin bin, Writing writing) {
        this.workspaces = workspaces;
        this.bin = bin;
        this.writing = writing;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "1h")
    void clear() {
        workspaces.list().stream().filter(Workspace::writable).forEach(this::clear);
    }

    private void clear(Workspace county) {
        try {
            workspaces.in(county, () -> {
                bin.clear();
                writing.clear();
                return county;
            });
        } catch (Exception e) {
            LOG.error(
                    "Bin and drafts of tenant {} were not cleared: {}",
                    county.id(),
                    e.getClass().getName());
        }
    }
}
