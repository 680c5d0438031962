package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.participation.CommentRound;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a comment round, still as text.
 *
 * @param deadline as ISO 8601 date
 */
public record CommentRoundForm(String name, String introduction, String whom, String deadline) {
    private static final int LONGEST_YEARS = 5;

    static CommentRoundForm of(CommentRound round) {
        return new CommentRoundForm(
                round.name(),
                round.introduction(),
                round.whom(),
                round.deadline().toString());
    }

    static CommentRoundForm of(Map<String, ?> fields) {
        return new CommentRoundForm(
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "introduction"),
                FieldChecks.field(fields, "whom"),
                FieldChecks.field(fields, "deadline"));
    }

    /**
     * What is wrong, in the order of the form.
     *
     * @param today nobody can say something before
     * @param before null for a new round; its own deadline may stay, even where it has passed
     */
    FormErrors errors(LocalDate today, @Nullable CommentRound before, Texts texts) {
        FormErrors errors = FormErrors.none();
        if (name.isBlank()) {
            errors = errors.with("name", texts.text("commenting.fault.name"));
        }
        errors = errors.withLimit("name", name, TextLimits.NAME, texts);
        errors = errors.withLimit("introduction", introduction, CommentRound.INTRODUCTION, texts);
        errors = errors.withLimit("whom", whom, TextLimits.NAME, texts);
        Optional<LocalDate> last = lastDay();
        boolean kept = before != null && last.filter(before.deadline()::equals).isPresent();
        if (last.isEmpty() || last.get().isAfter(today.plusYears(LONGEST_YEARS))) {
            return errors.with("deadline", texts.text("commenting.fault.date"));
        }
        return last.get().isBefore(today) && !kept
                ? errors.with("deadline", texts.text("commenting.fault.past"))
                : errors;
    }

    private Optional<LocalDate> lastDay() {
        try {
            return Optional.of(LocalDate.parse(deadline));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last day; {@link #errors} is empty. */
    LocalDate deadlineDay() {
        return LocalDate.parse(deadline);
    }
}
