package de.kreiskonzept.admin.migration;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works in the background at a migration that somebody has begun, and goes on with one that a crash has left. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private final Migration migration;
    private final int connections;

    Migrator(
            Migration migration,
            @Value("${kreiskonzept.migration-connections:" + Migration.USUAL_CONNECTIONS + "}") int connections) {
        this.migration = migration;
        this.connections = connections;
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "3s")
    void goOn() {
        try {
            if (!migration.work(connections)) {
                LOG.debug("Another process migrates");
            }
        } catch (SQLException e) {
            LOG.error("The migration waits for the next round: SQLSTATE {}", e.getSQLState());
        }
    }
}
