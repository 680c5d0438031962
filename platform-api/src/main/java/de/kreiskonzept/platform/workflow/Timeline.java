package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.workflow.ConceptProcess;
import de.kreiskonzept.model.workflow.CriticalStep;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepState;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process with its steps as they stand on a day.
 *
 * @param lines steps in their order, each followed by its parts
 * @param owners names of the accounts that may look after steps, by their id
 */
public record Timeline(ConceptProcess process, List<Line> lines, LocalDate today, Map<UUID, String> owners) {
    /** Copies the list. */
    public Timeline {
        lines = List.copyOf(lines);
    }

    /**
     * A step in its place.
     *
     * @param number as people say it: 4, or 4.1 for a part
     * @param ahead whether it begins before the step that stands before it
     * @param late whether it should be finished by now
     * @param critical what its delay would move; null where it leaves time
     */
    public record Line(
            Step step,
            String number,
            boolean ahead,
            boolean late,
            @Nullable CriticalStep critical) {
        /** Whether it is part of another step. */
        public boolean isPart() {
            return step.parentId() != null;
        }

        /** Whether its delay would move another step or the end. */
        public boolean isCritical() {
            return critical != null;
        }
    }

    /** Puts steps in their places. */
    static Timeline of(ConceptProcess process, List<Step> steps, LocalDate today, Map<UUID, String> owners) {
        Map<UUID, CriticalStep> critical = CriticalStep.listOf(steps).stream()
                .collect(Collectors.toMap(one -> one.step().id(), one -> one));
        return new Timeline(process, new Places(steps, today, critical).lines(null, ""), today, owners);
    }

    private record Places(List<Step> steps, LocalDate today, Map<UUID, CriticalStep> critical) {
        List<Line> lines(@Nullable UUID parent, String before) {
            var lines = new ArrayList<Line>();
            Step earlier = null;
            int number = 1;
            for (Step step : parts(steps, parent)) {
                String place = before + number++;
                boolean ahead = earlier != null && isAhead(step, earlier);
                lines.add(new Line(step, place, ahead, step.isLate(today), critical.get(step.id())));
                lines.addAll(lines(step.id(), place + "."));
                earlier = step;
            }
            return lines;
        }
    }

    private static List<Step> parts(List<Step> steps, @Nullable UUID parent) {
        return steps.stream()
                .filter(step -> Objects.equals(step.parentId(), parent))
                .toList();
    }

    private static boolean isAhead(Step step, Step before) {
        var from = step.from();
        var earlier = before.from();
        return from != null && earlier != null && from.start().isBefore(earlier.start());
    }

    /** Steps that are not dropped. */
    public long count() {
        return steps().filter(step -> step.state() != StepState.DROPPED).count();
    }

    /** Steps that are finished. */
    public long countDone() {
        return steps().filter(step -> step.state() == StepState.DONE).count();
    }

    /** Steps that should be finished by now. */
    public long countLate() {
        return lines.stream().filter(Line::late).count();
    }

    /** Steps whose delay would move another one or the end. */
    public long countCritical() {
        return lines.stream().filter(Line::isCritical).count();
    }

    /** Numbers of the steps that should be finished by now, in their order; empty where none should. */
    String numbersOfLate() {
        return numbers(Line::late);
    }

    /** Numbers of the steps that leave no time, in their order; empty where none does. */
    String numbersOfCritical() {
        return numbers(Line::isCritical);
    }

    private String numbers(Predicate<Line> which) {
        return lines.stream().filter(which).map(Line::number).collect(Collectors.joining(", "));
    }

    /** Whether it is planned shorter than is usual. */
    public boolean isShort() {
        return process.isShort(listSteps());
    }

    /** The first step that is still to be done; empty where nothing is. */
    public Optional<Line> next() {
        return lines.stream().filter(line -> line.step().state().isOpen()).findFirst();
    }

    /** The step with this id. */
    Optional<Step> find(UUID id) {
        return steps().filter(step -> step.id().equals(id)).findFirst();
    }

    /**
     * The step with this id, for somebody who may change it.
     *
     * @throws Refusal 404 where there is none, 403 where neither the lead nor who looks after it asks
     */
    Step mine(UUID id, SignedIn who) {
        Step step = find(id).orElseThrow(Refusal::notFound);
        if (!mayChange(step, who)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "not-assigned", "workflow.refused.notYours");
        }
        return step;
    }

    /** Whether somebody may change a step: the lead any, an editor those it looks after. */
    public boolean mayChange(Step step, SignedIn who) {
        return who.role().equals(Roles.LEAD)
                || (who.role().equals(Roles.EDITOR) && who.accountId().equals(step.owner()));
    }

    /** The steps beside which this one stands, itself among them, in their order. */
    List<UUID> beside(@Nullable UUID parent) {
        return steps().filter(step -> Objects.equals(step.parentId(), parent))
                .map(Step::id)
                .toList();
    }

    /** All steps in their order. */
    List<Step> listSteps() {
        return steps().toList();
    }

    /** Steps that begin, or end where their beginning is not known, after another one begins; nothing where that has no date. */
    List<Step> laterThan(Step other) {
        return steps().filter(step -> !step.id().equals(other.id()) && step.isLaterThan(other))
                .toList();
    }

    /** The numbers of steps, as people say them. */
    public String numbers(List<Step> some) {
        return some.stream().map(this::number).collect(Collectors.joining(", "));
    }

    /** The number of a step, as people say it. */
    public String number(Step step) {
        return lines.stream()
                .filter(line -> line.step().id().equals(step.id()))
                .map(Line::number)
                .findFirst()
                .orElse("");
    }

    /** Steps that have to be over before this one begins, and are not. */
    public List<Line> waitsFor(Step step) {
        return lines.stream()
                .filter(line -> step.precondition().after().contains(line.step().id())
                        && line.step().state().isOpen())
                .toList();
    }

    /** Name of the account that looks after a step; empty where none does. */
    public String owner(Step step) {
        return step.owner() == null ? "" : owners.getOrDefault(step.owner(), "");
    }

    private Stream<Step> steps() {
        return lines.stream().map(Line::step);
    }
}
