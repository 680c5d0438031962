package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.measure.TimeFrame;

/**
 * A step with its dates.
 *
 * @param when its months; without an end where the step stays open
 * @param ahead whether it begins before the step that stands before it
 */
public record PlannedStep(TemplateStep step, TimeFrame.Span when, boolean ahead) {}
