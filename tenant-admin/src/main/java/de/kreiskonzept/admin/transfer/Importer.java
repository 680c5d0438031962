package de.kreiskonzept.admin.transfer;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Makes workspaces of files that somebody has sent, in the background, and goes on with what a crash has left. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Importer {
    private final IncomingFiles files;

    Importer(IncomingFiles files) {
        this.files = files;
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "3s")
    void goOn() {
        files.work();
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void clean() throws IOException {
        files.clean();
    }
}
