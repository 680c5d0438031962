package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.measure.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An open step that leaves no time: if it ends later, another step begins later, or the whole process ends later.
 *
 * @param moves open steps that wait for it and begin before it ends or on the day after, in their order
 * @param movesEnd whether it, or a step that it moves, is the last one to end
 */
public record CriticalStep(Step step, List<Step> moves, boolean movesEnd) {
    /** Copies the list. */
    public CriticalStep {
        moves = List.copyOf(moves);
    }

    /**
     * The critical steps of a process in their order. Steps without an end are none, for nobody can say that they end later; a part
     * moves the step it belongs to where it ends no earlier than that.
     *
     * @param process all its steps
     */
    public static List<CriticalStep> listOf(List<Step> process) {
        Set<UUID> last = moveEnd(process);
        return process.stream()
                .filter(CriticalStep::mayBeLate)
                .map(step -> new CriticalStep(step, waiting(step, process), last.contains(step.id())))
                .filter(step -> step.movesEnd() || !step.moves().isEmpty())
                .toList();
    }

    // Begins with the steps that end last and goes back along those that leave no time, until nothing is added.
    private static Set<UUID> moveEnd(List<Step> process) {
        Optional<LocalDate> end = process.stream()
                .filter(step -> step.state() != StepState.DROPPED)
                .flatMap(step -> Optional.ofNullable(step.until()).stream())
                .map(Moment::end)
                .max(Comparator.naturalOrder());
        var last = new HashSet<UUID>();
        List<Step> open = process.stream().filter(CriticalStep::mayBeLate).toList();
        open.stream()
                .filter(step -> end.filter(lastDay(step)::equals).isPresent())
                .forEach(step -> last.add(step.id()));
        boolean added = !last.isEmpty();
        while (added) {
            added = last.addAll(open.stream()
                    .filter(step -> moved(step, process).stream().anyMatch(next -> last.contains(next.id())))
                    .map(Step::id)
                    .toList());
        }
        return last;
    }

    private static List<Step> moved(Step step, List<Step> process) {
        var moved = new ArrayList<>(waiting(step, process));
        process.stream()
                .filter(whole -> whole.id().equals(step.parentId()) && mayBeLate(whole))
                .filter(whole -> !lastDay(step).isBefore(lastDay(whole)))
                .forEach(moved::add);
        return moved;
    }

    private static List<Step> waiting(Step step, List<Step> process) {
        LocalDate after = lastDay(step).plusDays(1);
        return process.stream()
                .filter(next ->
                        next.state().isOpen() && next.precondition().after().contains(step.id()))
                .filter(next -> Optional.ofNullable(next.from())
                        .filter(from -> !from.start().isAfter(after))
                        .isPresent())
                .toList();
    }

    private static boolean mayBeLate(Step step) {
        return step.state().isOpen() && step.until() != null;
    }

    private static LocalDate lastDay(Step step) {
        return Objects.requireNonNull(step.until()).end();
    }
}
