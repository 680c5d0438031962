package de.kreiskonzept.admin.doctor;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works in the background at an examination that somebody has begun, and goes on with one that a crash has left. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Examiner {
    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);

    private final Doctor doctor;

    Examiner(Doctor doctor) {
        this.doctor = doctor;
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "3s")
    void goOn() {
        try {
            var parts = 0;
            while (doctor.step()) {
                parts++;
            }
            if (parts > 0) {
                LOG.info("The examination went on by {} parts", parts);
            }
        } catch (SQLException e) {
            LOG.error("The examination waits for the next round: SQLSTATE {}", e.getSQLState());
        }
    }
}
