package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.workflow.ConceptProcess;
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
     */
    public record Line(Step step, String number, boolean ahead) {
        /** Whether it is part of another step. */
        public boolean isPart() {
            return step.parentId() != null;
        }
    }

    /** Puts steps in their places. */
    static Timeline of(ConceptProcess process, List<Step> steps, LocalDate today, Map<UUID, String> owners) {
        var lines = new ArrayList<Line>();
        List<Step> whole = parts(steps, null);
        for (int i = 0; i < whole.size(); i++) {
            Step step = whole.get(i);
            lines.add(new Line(step, String.valueOf(i + 1), i > 0 && isAhead(step, whole.get(i - 1))));
            List<Step> parts = parts(steps, step.id());
            for (int j = 0; j < parts.size(); j++) {
                lines.add(new Line(
                        parts.get(j), i + 1 + "." + (j + 1), j > 0 && isAhead(parts.get(j), parts.get(j - 1))));
            }
        }
        return new Timeline(process, lines, today, owners);
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
        return steps().filter(step -> step.isLate(today)).count();
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
