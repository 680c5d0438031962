package de.kreiskonzept.model.outline;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureDetail;
import org.jspecify.annotations.Nullable;

/**
 * A measure of an outline.
 *
 * @param number display text, empty where there is none
 * @param text not blank
 * @param line line in the source, from 1; 0 where there is none
 * @param counted whether it counts in the evaluation
 * @param light grey where nothing is known
 * @param reason why it is not pursued, null where nothing is known
 * @param justification may be empty
 * @param responsible bodies as the document names them, may be empty
 * @param description further words, may be empty
 * @param detail what it says besides its words
 * @param partOf number of the measure that it is a part of, empty where it is none
 */
public record OutlineMeasure(
        String number,
        String text,
        int line,
        boolean counted,
        TrafficLight light,
        @Nullable ReasonClass reason,
        String justification,
        String responsible,
        String description,
        MeasureDetail detail,
        String partOf) {
    /** A measure that says nothing besides its words. */
    public OutlineMeasure(
            String number,
            String text,
            int line,
            boolean counted,
            TrafficLight light,
            @Nullable ReasonClass reason,
            String justification,
            String responsible,
            String description) {
        this(
                number,
                text,
                line,
                counted,
                light,
                reason,
                justification,
                responsible,
                description,
                MeasureDetail.NONE,
                "");
    }

    /** @throws IllegalArgumentException if a limit is not kept */
    public OutlineMeasure {
        TextLimits.optional(number, TextLimits.NUMBER, "number");
        TextLimits.required(text, TextLimits.TEXT, "text");
        TextLimits.optional(justification, TextLimits.TEXT, "justification");
        TextLimits.optional(responsible, TextLimits.BODIES, "responsible");
        TextLimits.optional(description, TextLimits.TEXT, "description");
        TextLimits.optional(partOf, TextLimits.NUMBER, "partOf");
    }

    /** A measure of which only the text is known: it counts and is not assessed. */
    public static OutlineMeasure unassessed(String number, String text, int line) {
        return new OutlineMeasure(number, text, line, true, TrafficLight.GREY, null, "", "", "");
    }
}
