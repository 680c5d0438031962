package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * A step of a process template.
 *
 * @param number place in the order, from 1; says nothing about dates
 * @param explanation what happens, may be empty
 * @param from first month, counted from 1 at the beginning of the process
 * @param until last month, not before the first; null where the step stays open
 */
public record TemplateStep(
        int number,
        String title,
        String explanation,
        int from,
        @Nullable Integer until) {
    /** @throws IllegalArgumentException if it ends before it begins */
    public TemplateStep {
        TextLimits.required(title, TextLimits.NAME, "title");
        if (number < 1 || from < 1 || (until != null && until < from)) {
            throw new IllegalArgumentException(
                    "a step has a place, begins in a month from 1 on and does not end before");
        }
    }

    /** Whether it has no end. */
    public boolean isOpen() {
        return until == null;
    }
}
