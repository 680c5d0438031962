package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.measure.TimeFrame;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A process to begin with.
 *
 * @param source document it follows, in German
 * @param began month in which it really began; null where no county went this way
 * @param steps in their order, numbered from 1 without gaps
 */
public record ProcessTemplate(
        String key, String title, String source, @Nullable YearMonth began, List<TemplateStep> steps) {
    /** Months that the preparation of a concept takes at least (IQ-NIKO checklist). */
    public static final int USUAL_MONTHS = 18;

    /** @throws IllegalArgumentException if there are no steps, or their numbers have gaps */
    public ProcessTemplate {
        TextLimits.required(title, TextLimits.NAME, "title");
        steps = List.copyOf(steps);
        List<Integer> numbers = steps.stream().map(TemplateStep::number).toList();
        if (steps.isEmpty()
                || !numbers.equals(
                        IntStream.rangeClosed(1, steps.size()).boxed().toList())) {
            throw new IllegalArgumentException("steps are numbered from 1 without gaps");
        }
    }

    /** Months from the beginning to the last known end; an open step counts with its first month. */
    public int months() {
        return steps.stream()
                .mapToInt(step -> step.until() == null ? step.from() : step.until())
                .max()
                .orElseThrow();
    }

    /** Whether it is planned shorter than is usual; advice, never a reason to refuse it. */
    public boolean isShort() {
        return months() < USUAL_MONTHS;
    }

    /** All steps with months, in their order, for a process that begins in this month. */
    public List<PlannedStep> planned(YearMonth begin) {
        var planned = new ArrayList<PlannedStep>();
        TemplateStep before = null;
        for (TemplateStep step : steps) {
            planned.add(new PlannedStep(step, when(step, begin), before != null && step.from() < before.from()));
            before = step;
        }
        return List.copyOf(planned);
    }

    private static TimeFrame.Span when(TemplateStep step, YearMonth begin) {
        Integer until = step.until();
        return new TimeFrame.Span(month(begin, step.from()), until == null ? null : month(begin, until));
    }

    private static Moment month(YearMonth begin, int number) {
        YearMonth month = begin.plusMonths(number - 1L);
        return Moment.month(month.getYear(), month.getMonthValue());
    }
}
