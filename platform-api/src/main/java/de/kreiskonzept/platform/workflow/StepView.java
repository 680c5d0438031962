package de.kreiskonzept.platform.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.platform.concept.Answers;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step as programs read it.
 *
 * @param parentId null for a step by itself
 * @param number as people say it: 4, or 4.1 for a part
 * @param from day, month or year as 31.12.2026, 12/2026 or 2026; null where it is not known, likewise until
 * @param state planned, under_way, done or dropped
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ProcessStep")
record StepView(
        String id,
        @Nullable String parentId,
        String number,
        String title,
        String explanation,
        @Nullable String from,
        @Nullable String until,
        String state,
        boolean participation,
        String responsible,
        String evidence,
        long version) {
    static StepView of(Timeline.Line line) {
        Step step = line.step();
        return new StepView(
                step.id().toString(),
                Answers.text(step.parentId()),
                line.number(),
                step.title(),
                step.explanation(),
                text(step.from()),
                text(step.until()),
                step.state().text(),
                step.participation(),
                step.responsible(),
                step.evidence(),
                step.version());
    }

    private static @Nullable String text(@Nullable Moment moment) {
        return moment == null ? null : moment.text();
    }
}
