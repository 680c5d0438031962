package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Moment;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The process in which a county writes, revises or monitors its concept.
 *
 * @param title not blank
 * @param template key of the template it began with, which may be gone
 * @param usualMonths months that such a process takes at least; null where nothing is usual
 * @param begin month in which its first month falls
 */
public record ConceptProcess(
        UUID id,
        String title,
        String template,
        @Nullable Integer usualMonths,
        YearMonth begin,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public ConceptProcess {
        TextLimits.required(title, TextLimits.NAME, "title");
        TextLimits.required(template, TextLimits.NAME, "template");
        if (usualMonths != null && usualMonths < 1) {
            throw new IllegalArgumentException("usualMonths: from 1 on");
        }
    }

    /** The process with another title and beginning. */
    public ConceptProcess changed(String nextTitle, YearMonth nextBegin, Instant now) {
        return new ConceptProcess(id, nextTitle, template, usualMonths, nextBegin, createdAt, now, version);
    }

    /**
     * Whether it is planned shorter than is usual, from its beginning to the last date of its steps; advice, never a reason to refuse it.
     * A process without dates, or one that is over, is not.
     *
     * @param steps all of it
     */
    public boolean isShort(List<Step> steps) {
        if (usualMonths == null || steps.stream().noneMatch(step -> step.state().isOpen())) {
            return false;
        }
        Moment first = Moment.month(begin.getYear(), begin.getMonthValue());
        return steps.stream()
                .filter(step -> step.state() != StepState.DROPPED)
                .flatMap(Step::moments)
                .max(Comparator.comparing(Moment::end))
                .filter(last -> first.isShortOf(usualMonths, last))
                .isPresent();
    }
}
