package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Moment;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process to begin with.
 *
 * @param source document it follows, in German; maybe empty
 * @param began month in which it really began; null where no county went this way
 * @param usualMonths months that such a process takes at least; null where nothing is usual
 * @param steps in their order, numbered from 1 without gaps
 */
public record ProcessTemplate(
        String key,
        String title,
        String source,
        @Nullable YearMonth began,
        @Nullable Integer usualMonths,
        List<TemplateStep> steps) {
    /** @throws IllegalArgumentException if there are no steps, or their numbers have gaps */
    public ProcessTemplate {
        TextLimits.required(title, TextLimits.NAME, "title");
        steps = List.copyOf(steps);
        List<String> numbers = steps.stream().map(TemplateStep::number).toList();
        List<String> expected =
                IntStream.rangeClosed(1, steps.size()).mapToObj(String::valueOf).toList();
        if (steps.isEmpty() || !numbers.equals(expected)) {
            throw new IllegalArgumentException("steps are numbered from 1 without gaps");
        }
    }

    /** All steps in their order, each followed by its parts. */
    public List<TemplateStep> allSteps() {
        return steps.stream().flatMap(TemplateStep::whole).toList();
    }

    /** Months from the beginning to the last known end; an open step counts with its first month. 0 where no month is known. */
    public int months() {
        return allSteps().stream().mapToInt(TemplateStep::lastMonth).max().orElseThrow();
    }

    /** All steps with months, each followed by its parts, for a process that begins in this month. */
    public List<PlannedStep> planned(YearMonth begin) {
        return planned(steps, begin)
                .flatMap(step ->
                        Stream.concat(Stream.of(step), planned(step.step().parts(), begin)))
                .toList();
    }

    private static Stream<PlannedStep> planned(List<TemplateStep> beside, YearMonth begin) {
        return IntStream.range(0, beside.size()).mapToObj(i -> {
            TemplateStep step = beside.get(i);
            boolean ahead = i > 0 && step.beginsBefore(beside.get(i - 1));
            return new PlannedStep(step, month(begin, step.from()), month(begin, step.until()), ahead);
        });
    }

    private static @Nullable Moment month(YearMonth begin, @Nullable Integer number) {
        if (number == null) {
            return null;
        }
        YearMonth month = begin.plusMonths(number - 1L);
        return Moment.month(month.getYear(), month.getMonthValue());
    }

    /**
     * The steps of a process that begins with this template, each followed by its parts.
     *
     * @param ids gives an id that was not given before
     */
    public List<Step> begin(ConceptProcess process, Supplier<UUID> ids) {
        List<PlannedStep> planned = planned(process.begin());
        Map<String, UUID> byNumber = new HashMap<>();
        planned.forEach(step -> byNumber.put(step.step().number(), ids.get()));
        var begun = new ArrayList<Step>();
        for (PlannedStep step : planned) {
            begun.add(begun(process, step, byNumber));
        }
        return List.copyOf(begun);
    }

    private static Step begun(ConceptProcess process, PlannedStep planned, Map<String, UUID> byNumber) {
        TemplateStep step = planned.step();
        int point = step.number().indexOf('.');
        return new Step(
                id(byNumber, step.number()),
                process.id(),
                point < 0 ? null : id(byNumber, step.number().substring(0, point)),
                step.title(),
                step.explanation(),
                planned.from(),
                planned.until(),
                StepState.PLANNED,
                step.participation(),
                step.responsible(),
                "",
                new Precondition(
                        step.after().stream()
                                .map(number -> id(byNumber, number))
                                .toList(),
                        step.resolutionNeeded(),
                        ""),
                Gathering.NONE,
                null,
                process.createdAt(),
                process.createdAt(),
                0);
    }

    private static UUID id(Map<String, UUID> byNumber, String number) {
        return Objects.requireNonNull(byNumber.get(number), number);
    }
}
