package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.measure.TimeFrame;
import org.jspecify.annotations.Nullable;

/**
 * A step with its dates.
 *
 * @param from its first month; null where it is not known
 * @param until its last month; null where it is not known or the step stays open
 * @param ahead whether it begins before the step that stands before it
 */
public record PlannedStep(
        TemplateStep step, @Nullable Moment from, @Nullable Moment until, boolean ahead) {
    /** Its months. */
    public TimeFrame when() {
        return from == null && until == null ? new TimeFrame.Unstated() : new TimeFrame.Span(from, until);
    }
}
