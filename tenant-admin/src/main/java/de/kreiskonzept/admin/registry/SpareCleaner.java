package de.kreiskonzept.admin.registry;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes in the background the schemas beside the workspaces whose time is over. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class SpareCleaner {
    private static final Logger LOG = LoggerFactory.getLogger(SpareCleaner.class);

    private final SpareSchemas spares;
    private final SpareRemoval removal;

    SpareCleaner(SpareSchemas spares, SpareRemoval removal) {
        this.spares = spares;
        this.removal = removal;
    }

    @Scheduled(initialDelay = "30s", fixedDelay = "1m")
    void clean() {
        for (var name : spares.over()) {
            try {
                if (removal.removeOver(name)) {
                    LOG.info("The schema {} is removed", name);
                }
            } catch (SQLException e) {
                LOG.error("The schema {} waits for the next round: SQLSTATE {}", name, e.getSQLState());
            }
        }
    }
}
