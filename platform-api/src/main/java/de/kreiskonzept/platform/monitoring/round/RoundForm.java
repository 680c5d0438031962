package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a round, still as text.
 *
 * @param cutoff as ISO 8601 date, likewise the deadline
 * @param scope {@code lead} or {@code all}
 */
public record RoundForm(String name, String cutoff, String deadline, String scope, String message) {
    private static final int LONGEST_YEARS = 5;

    static RoundForm of(Round round) {
        return new RoundForm(
                round.name(),
                round.cutoff().toString(),
                round.deadline().toString(),
                round.leadsOnly() ? "lead" : "all",
                round.message());
    }

    static RoundForm of(Map<String, ?> fields) {
        return new RoundForm(
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "cutoff"),
                FieldChecks.field(fields, "deadline"),
                FieldChecks.field(fields, "scope"),
                FieldChecks.field(fields, "message"));
    }

    /**
     * What is wrong, in the order of the form.
     *
     * @param today nobody can answer before
     * @param before null for a new round; its own deadline may stay, even where it has passed
     */
    FormErrors check(LocalDate today, @Nullable Round before, Texts texts) {
        FormErrors errors = FormErrors.none();
        if (name.isBlank()) {
            errors = errors.with("name", texts.text("round.fault.name"));
        }
        errors = errors.withLimit("name", name, TextLimits.NAME, texts);
        Optional<LocalDate> day = date(cutoff);
        if (day.isEmpty() || !near(day.get(), today)) {
            errors = errors.with("cutoff", texts.text("round.fault.date"));
        }
        Optional<LocalDate> last = date(deadline);
        if (last.isEmpty() || !near(last.get(), today)) {
            errors = errors.with("deadline", texts.text("round.fault.date"));
        } else if (last.get().isBefore(today)
                && (before == null || !before.deadline().equals(last.get()))) {
            errors = errors.with("deadline", texts.text("round.fault.past"));
        }
        if (!scope.equals("lead") && !scope.equals("all")) {
            errors = errors.with("scope", texts.text("round.fault.scope"));
        }
        return errors.withLimit("message", message, Round.MESSAGE, texts);
    }

    private static boolean near(LocalDate day, LocalDate today) {
        return day.isAfter(today.minusYears(LONGEST_YEARS)) && day.isBefore(today.plusYears(LONGEST_YEARS));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    LocalDate cutoffDay() {
        return LocalDate.parse(cutoff);
    }

    LocalDate deadlineDay() {
        return LocalDate.parse(deadline);
    }
}
