package de.kreiskonzept.platform.workflow.reminder;

import de.kreiskonzept.model.workflow.ReminderKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open step whose end somebody is to be told of.
 *
 * @param process title of its process
 * @param owner active account of a lead or editor that looks after it; null where none does
 */
record EndingStep(
        UUID id,
        String title,
        UUID processId,
        String process,
        LocalDate lastDay,
        ReminderKind kind,
        @Nullable UUID owner) {}
