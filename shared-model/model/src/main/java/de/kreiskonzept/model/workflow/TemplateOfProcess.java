package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.measure.Moment;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a template of a process: its steps with parts, what they wait for and their months, without what is true of this one process
 * alone (states, evidence, accounts, who came). Dropped steps are left out with their parts.
 */
public final class TemplateOfProcess {
    private final List<Step> steps;
    private final YearMonth first;
    private final Map<UUID, String> numbers = new HashMap<>();

    private TemplateOfProcess(ConceptProcess process, List<Step> all) {
        steps = all.stream().filter(step -> step.state() != StepState.DROPPED).toList();
        first = steps.stream()
                .flatMap(Step::moments)
                .map(moment -> YearMonth.from(moment.start()))
                .min(Comparator.naturalOrder())
                .filter(month -> month.isBefore(process.begin()))
                .orElse(process.begin());
        List<Step> whole = partsOf(null);
        for (int i = 0; i < whole.size(); i++) {
            numbers.put(whole.get(i).id(), String.valueOf(i + 1));
            List<Step> parts = partsOf(whole.get(i).id());
            for (int j = 0; j < parts.size(); j++) {
                numbers.put(parts.get(j).id(), i + 1 + "." + (j + 1));
            }
        }
    }

    /**
     * The template; empty where no step is left. Its first month is the one in which the process begins, or an earlier one in which a
     * step does.
     *
     * @param steps all steps of the process in their order
     */
    public static Optional<ProcessTemplate> of(ConceptProcess process, List<Step> steps) {
        List<TemplateStep> made = new TemplateOfProcess(process, steps).templateSteps(null);
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProcessTemplate(
                        process.template(), process.title(), "", null, process.usualMonths(), made));
    }

    private List<Step> partsOf(@Nullable UUID parent) {
        return steps.stream()
                .filter(step -> Objects.equals(step.parentId(), parent))
                .toList();
    }

    private List<TemplateStep> templateSteps(@Nullable UUID parent) {
        var made = new ArrayList<TemplateStep>();
        for (Step step : partsOf(parent)) {
            made.add(new TemplateStep(
                    numbers.getOrDefault(step.id(), ""),
                    step.title(),
                    step.explanation().strip(),
                    month(step.from()),
                    last(step),
                    step.participation(),
                    step.responsible().strip(),
                    step.precondition().resolutionNeeded(),
                    step.precondition().after().stream()
                            .filter(numbers::containsKey)
                            .map(id -> numbers.getOrDefault(id, ""))
                            .toList(),
                    templateSteps(step.id())));
        }
        return made;
    }

    private @Nullable Integer month(@Nullable Moment moment) {
        return moment == null ? null : number(YearMonth.from(moment.start()));
    }

    private @Nullable Integer last(Step step) {
        Moment until = step.until();
        return until == null ? null : number(YearMonth.from(until.end()));
    }

    private int number(YearMonth month) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(first, month)) + 1;
    }
}
