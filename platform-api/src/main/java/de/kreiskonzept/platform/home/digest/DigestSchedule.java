package de.kreiskonzept.platform.home.digest;

import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Writes the weekly mails of every county on Monday morning, or on Tuesday where nothing ran on Monday. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class DigestSchedule {
    private static final int EARLIEST_HOUR = 6;

    private final Workspaces workspaces;
    private final Digests digests;
    private final Clock clock;

    DigestSchedule(Workspaces workspaces, Digests digests, Clock clock) {
        this.workspaces = workspaces;
        this.digests = digests;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void write() {
        due(LocalDateTime.now(clock)).ifPresent(monday -> workspaces.each("weekly mails", () -> digests.write(monday)));
    }

    /**
     * The week whose mails are due.
     *
     * @param now in the time zone of the platform
     * @return its Monday; empty where none are due
     */
    static Optional<LocalDate> due(LocalDateTime now) {
        return switch (now.getDayOfWeek()) {
            case MONDAY -> Optional.of(now.toLocalDate()).filter(_ -> now.getHour() >= EARLIEST_HOUR);
            case TUESDAY -> Optional.of(now.toLocalDate().with(DayOfWeek.MONDAY));
            default -> Optional.empty();
        };
    }
}
