package de.kreiskonzept.model.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Guards the state of a step; says what is missing and never only that something is. */
public final class StepGate {
    private StepGate() {}

    /** Why a step cannot take a state yet. */
    public sealed interface Lack {
        /** A step that it waits for is neither finished nor dropped. */
        record Before(Step step) implements Lack {}

        /** A part of it is neither finished nor dropped. */
        record Part(Step step) implements Lack {}

        /** A committee has to decide, and no resolution is written down. */
        record Resolution() implements Lack {}

        /** Whoever drops a step or takes it up again says why. */
        record Reason() implements Lack {}
    }

    /**
     * What is missing for the step to be in the state it is to have; nothing where the state stays.
     *
     * @param before state it has
     * @param after step as it is to be
     * @param process all steps of the process
     * @param reason maybe blank
     */
    public static List<Lack> lacks(StepState before, Step after, List<Step> process, String reason) {
        var lacks = new ArrayList<Lack>();
        if (before == after.state()) {
            return lacks;
        }
        if (after.state() == StepState.UNDER_WAY || after.state() == StepState.DONE) {
            process.stream()
                    .filter(step -> after.precondition().after().contains(step.id())
                            && step.state().isOpen())
                    .map(Lack.Before::new)
                    .forEach(lacks::add);
        }
        if (after.state() == StepState.DONE) {
            process.stream()
                    .filter(step -> Objects.equals(step.parentId(), after.id())
                            && step.state().isOpen())
                    .map(Lack.Part::new)
                    .forEach(lacks::add);
            if (after.precondition().lacksResolution()) {
                lacks.add(new Lack.Resolution());
            }
        }
        boolean explained = after.state() == StepState.DROPPED || !before.isOpen();
        if (explained && reason.isBlank()) {
            lacks.add(new Lack.Reason());
        }
        return lacks;
    }

    /** Whether a step would wait for itself, by way of others too. */
    public static boolean isCircular(UUID step, List<UUID> after, List<Step> process) {
        Map<UUID, List<UUID>> waits = process.stream()
                .collect(Collectors.toMap(Step::id, one -> one.precondition().after()));
        return after.stream().anyMatch(first -> reaches(first, step, one -> waits.getOrDefault(one, List.of())));
    }

    /** Whether the way from one to what it waits for, and on, comes to another one, which may be the first itself. */
    static <T> boolean reaches(T first, T goal, Function<T, List<T>> after) {
        Set<T> seen = new HashSet<>();
        var open = new ArrayList<>(List.of(first));
        while (!open.isEmpty()) {
            T next = open.removeLast();
            if (next.equals(goal)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(after.apply(next));
            }
        }
        return false;
    }
}
