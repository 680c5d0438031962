package de.kreiskonzept.model.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

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
        Set<UUID> seen = new HashSet<>();
        var open = new ArrayList<>(after);
        while (!open.isEmpty()) {
            UUID next = open.removeLast();
            if (next.equals(step)) {
                return true;
            }
            if (seen.add(next)) {
                process.stream()
                        .filter(one -> one.id().equals(next))
                        .forEach(one -> open.addAll(one.precondition().after()));
            }
        }
        return false;
    }
}
