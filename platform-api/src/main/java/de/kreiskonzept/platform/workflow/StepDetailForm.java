package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.workflow.Gathering;
import de.kreiskonzept.model.workflow.Precondition;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepGate;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a step besides its title, dates and state, still as text.
 *
 * @param after ids of the steps it waits for
 * @param invited number of people; empty where nobody counted, likewise present
 * @param owner id of an account; empty for nobody
 * @param reason why the state is changed
 * @param moveLater whether later steps that are only planned move by as many months
 */
public record StepDetailForm(
        List<String> after,
        boolean resolutionNeeded,
        String resolution,
        String participants,
        String invited,
        String present,
        String groups,
        String results,
        String owner,
        String reason,
        boolean moveLater) {
    /** Nothing is known. */
    static final StepDetailForm EMPTY = new StepDetailForm(List.of(), false, "", "", "", "", "", "", "", "", false);

    static StepDetailForm of(Step step) {
        Gathering gathering = step.gathering();
        return new StepDetailForm(
                step.precondition().after().stream().map(UUID::toString).toList(),
                step.precondition().resolutionNeeded(),
                step.precondition().resolution(),
                gathering.participants(),
                Objects.toString(gathering.invited(), ""),
                Objects.toString(gathering.present(), ""),
                gathering.groups(),
                gathering.results(),
                Objects.toString(step.owner(), ""),
                "",
                false);
    }

    static StepDetailForm of(Map<String, ?> fields) {
        return new StepDetailForm(
                FieldChecks.list(fields, "after"),
                FieldChecks.field(fields, "resolutionNeeded").equals("true"),
                FieldChecks.field(fields, "resolution"),
                FieldChecks.field(fields, "participants"),
                FieldChecks.field(fields, "invited"),
                FieldChecks.field(fields, "present"),
                FieldChecks.field(fields, "groups"),
                FieldChecks.field(fields, "results"),
                FieldChecks.field(fields, "owner"),
                FieldChecks.field(fields, "reason"),
                FieldChecks.field(fields, "moveLater").equals("true"));
    }

    /** The same for somebody who looks after the step and leaves to the lead what it waits for, and who does. */
    StepDetailForm withinOf(Step step) {
        StepDetailForm before = of(step);
        return new StepDetailForm(
                before.after,
                before.resolutionNeeded,
                resolution,
                participants,
                invited,
                present,
                groups,
                results,
                before.owner,
                reason,
                false);
    }

    /**
     * Adds what is wrong.
     *
     * @param id of the step as it is; null for a new one
     */
    FormErrors errors(FormErrors before, Timeline timeline, @Nullable UUID id, Texts texts) {
        FormErrors errors = before;
        if (!areOthers(timeline, id)) {
            errors = errors.with("after", texts.text("workflow.fault.after"));
        } else if (id != null && StepGate.isCircular(id, ids(), timeline.listSteps())) {
            errors = errors.with("after", texts.text("workflow.fault.circle"));
        }
        if (!owner.isEmpty()
                && timeline.owners().keySet().stream().map(UUID::toString).noneMatch(owner::equals)) {
            errors = errors.with("owner", texts.text("workflow.fault.owner"));
        }
        errors = errors.withLimit("resolution", resolution, TextLimits.NAME, texts)
                .withLimit("participants", participants, TextLimits.TEXT, texts);
        errors = people(people(errors, "invited", invited, texts), "present", present, texts);
        return errors.withLimit("groups", groups, TextLimits.TEXT, texts)
                .withLimit("results", results, TextLimits.TEXT, texts)
                .withLimit("reason", reason, TextLimits.TEXT, texts);
    }

    private static FormErrors people(FormErrors errors, String field, String number, Texts texts) {
        return number.matches("\\d{0,5}") ? errors : errors.with(field, texts.text("workflow.fault.people"));
    }

    private boolean areOthers(Timeline timeline, @Nullable UUID id) {
        List<String> known = timeline.listSteps().stream()
                .filter(step -> !step.id().equals(id))
                .map(step -> step.id().toString())
                .toList();
        return known.containsAll(after);
    }

    private List<UUID> ids() {
        return after.stream().distinct().map(UUID::fromString).toList();
    }

    /** What the step waits for; there are no errors. */
    Precondition precondition() {
        return new Precondition(ids(), resolutionNeeded, resolution);
    }

    /** Who took part; there are no errors. */
    Gathering gathering() {
        return new Gathering(participants, number(invited), number(present), groups, results);
    }

    /** Who looks after it; there are no errors. */
    @Nullable
    UUID ownerId() {
        return owner.isEmpty() ? null : UUID.fromString(owner);
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
