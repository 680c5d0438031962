package de.kreiskonzept.platform.workflow.reminder;

import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/** Looks every hour whether steps of any county are to be reminded of. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class ReminderSchedule {
    private final Workspaces workspaces;
    private final StepReminders reminders;
    private final Clock clock;

    ReminderSchedule(Workspaces workspaces, StepReminders reminders, Clock clock) {
        this.workspaces = workspaces;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "4m", fixedDelay = "1h")
    void remind() {
        workspaces.each("remind of steps", () -> reminders.remind(LocalDate.now(clock)));
    }
}
