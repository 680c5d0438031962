package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepGate;
import de.kreiskonzept.model.workflow.StepState;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a step, still as text.
 *
 * @param parent id of the step that it is part of; empty for a step by itself
 * @param place among the steps beside it, from 1; empty for the end
 * @param from day, month or year; maybe empty, likewise until
 */
public record StepForm(
        String title,
        String explanation,
        String parent,
        String place,
        String from,
        String until,
        String state,
        boolean participation,
        String responsible,
        String evidence,
        StepDetailForm detail) {
    private static final int LONGEST_PLACE = 3;

    /** An empty form for a new step. */
    static StepForm empty() {
        return new StepForm("", "", "", "", "", "", StepState.PLANNED.text(), false, "", "", StepDetailForm.EMPTY);
    }

    /**
     * A step as it stands.
     *
     * @param place among the steps beside it, from 1
     */
    public static StepForm of(Step step, int place) {
        return new StepForm(
                step.title(),
                step.explanation(),
                step.parentId() == null ? "" : step.parentId().toString(),
                String.valueOf(place),
                text(step.from()),
                text(step.until()),
                step.state().text(),
                step.participation(),
                step.responsible(),
                step.evidence(),
                StepDetailForm.of(step));
    }

    static StepForm of(Map<String, ?> fields) {
        return new StepForm(
                FieldChecks.field(fields, "title"),
                FieldChecks.field(fields, "explanation"),
                FieldChecks.field(fields, "parent"),
                FieldChecks.field(fields, "place"),
                FieldChecks.field(fields, "from"),
                FieldChecks.field(fields, "until"),
                FieldChecks.field(fields, "state"),
                FieldChecks.field(fields, "participation").equals("true"),
                FieldChecks.field(fields, "responsible"),
                FieldChecks.field(fields, "evidence"),
                StepDetailForm.of(fields));
    }

    /** The form of somebody who looks after the step: its place and what it waits for stay. */
    StepForm withinOf(Step step, int before) {
        String parentId = step.parentId() == null ? "" : step.parentId().toString();
        return new StepForm(
                step.title(),
                explanation,
                parentId,
                String.valueOf(before),
                from,
                until,
                state,
                participation,
                responsible,
                evidence,
                detail.withinOf(step));
    }

    /** The form with another state, and who is responsible. */
    public StepForm with(StepState next, boolean othersToo, String who) {
        return new StepForm(
                title, explanation, parent, place, from, until, next.text(), othersToo, who, evidence, detail);
    }

    /**
     * What is wrong, in the order of the form.
     *
     * @param timeline process of the step
     * @param id of the step as it is; null for a new one
     */
    FormErrors errors(Timeline timeline, @Nullable UUID id, Texts texts) {
        FormErrors errors = FormErrors.none();
        if (title.isBlank()) {
            errors = errors.with("title", texts.text("workflow.fault.stepTitle"));
        }
        errors = errors.withLimit("title", title, TextLimits.NAME, texts)
                .withLimit("explanation", explanation, TextLimits.TEXT, texts);
        if (!parent.isEmpty() && !mayBePartOf(timeline, id)) {
            errors = errors.with("parent", texts.text("workflow.fault.parent"));
        }
        if (!place.isEmpty() && (place.length() > LONGEST_PLACE || !place.matches("[1-9]\\d*"))) {
            errors = errors.with("place", texts.text("workflow.fault.place"));
        }
        errors = dates(errors, texts);
        if (StepState.find(state).isEmpty()) {
            errors = errors.with("state", texts.text("workflow.fault.state"));
        }
        errors = errors.withLimit("responsible", responsible, TextLimits.TEXT, texts)
                .withLimit("evidence", evidence, TextLimits.TEXT, texts);
        errors = detail.errors(errors, timeline, id, texts);
        return errors.isEmpty() && id != null ? gate(timeline, id, texts) : errors;
    }

    // A step that is only being written down may have been finished long ago.
    private FormErrors gate(Timeline timeline, UUID id, Texts texts) {
        FormErrors errors = FormErrors.none();
        Step before = timeline.find(id).orElseThrow();
        for (StepGate.Lack lack :
                StepGate.lacks(before.state(), changed(before, Instant.EPOCH), timeline.listSteps(), detail.reason())) {
            errors = switch (lack) {
                case StepGate.Lack.Before(Step step) ->
                    errors.with("state", texts.text("workflow.lack.before", timeline.number(step), step.title()));
                case StepGate.Lack.Part(Step step) ->
                    errors.with("state", texts.text("workflow.lack.part", timeline.number(step), step.title()));
                case StepGate.Lack.Resolution() -> errors.with("resolution", texts.text("workflow.lack.resolution"));
                case StepGate.Lack.Reason() -> errors.with("reason", texts.text("workflow.lack.reason"));
            };
        }
        return errors;
    }

    // Steps have parts, and parts have none.
    private boolean mayBePartOf(Timeline timeline, @Nullable UUID id) {
        boolean known = timeline.lines().stream()
                .map(Timeline.Line::step)
                .anyMatch(step -> step.id().toString().equals(parent)
                        && step.parentId() == null
                        && !step.id().equals(id));
        return known && (id == null || timeline.beside(id).isEmpty());
    }

    private FormErrors dates(FormErrors errors, Texts texts) {
        FormErrors all = errors;
        Optional<Moment> begins = Moment.find(from);
        Optional<Moment> ends = Moment.find(until);
        if (!from.isEmpty() && begins.isEmpty()) {
            all = all.with("from", texts.text("workflow.fault.date"));
        }
        if (!until.isEmpty() && ends.isEmpty()) {
            return all.with("until", texts.text("workflow.fault.date"));
        }
        boolean turned = begins.isPresent()
                && ends.isPresent()
                && ends.get().end().isBefore(begins.get().start());
        return turned ? all.with("until", texts.text("workflow.fault.turned")) : all;
    }

    /** Where it is to stand among so many others, from 0; {@link #errors} is empty. */
    int index(int others) {
        return place.isEmpty() ? others : Integer.parseInt(place) - 1;
    }

    /** A new step; {@link #errors} is empty. */
    Step step(UUID id, UUID process, Instant now) {
        return new Step(
                id,
                process,
                parent.isEmpty() ? null : UUID.fromString(parent),
                title,
                explanation,
                Moment.find(from).orElse(null),
                Moment.find(until).orElse(null),
                StepState.find(state).orElseThrow(),
                participation,
                responsible,
                evidence,
                detail.precondition(),
                detail.gathering(),
                detail.ownerId(),
                now,
                now,
                0);
    }

    /** The step as it is changed; {@link #errors} is empty. */
    Step changed(Step before, Instant now) {
        Step next = step(before.id(), before.processId(), now);
        return new Step(
                next.id(),
                next.processId(),
                next.parentId(),
                next.title(),
                next.explanation(),
                next.from(),
                next.until(),
                next.state(),
                next.participation(),
                next.responsible(),
                next.evidence(),
                next.precondition(),
                next.gathering(),
                next.owner(),
                before.createdAt(),
                now,
                before.version());
    }

    private static String text(@Nullable Moment moment) {
        return moment == null ? "" : moment.text();
    }
}
