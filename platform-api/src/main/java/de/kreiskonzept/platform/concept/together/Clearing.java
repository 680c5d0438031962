package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.concept.writing.Writing;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Deletes for good what has been in the bins of the counties for too long, and drafts that nobody went on with. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Clearing {
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
        workspaces.each("clear bins and drafts", () -> {
            bin.clear();
            writing.clear();
        });
    }
}
