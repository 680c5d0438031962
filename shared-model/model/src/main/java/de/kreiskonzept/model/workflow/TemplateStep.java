package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step of a process template.
 *
 * @param number as people say it: 4, or 4.1 for a part; says nothing about dates
 * @param explanation what happens, may be empty
 * @param from first month, counted from 1 at the beginning of the process; null where it is not known
 * @param until last month, not before the first; null where the step stays open
 * @param participation whether people outside the office take part in it
 * @param responsible offices or committees, one on each line; maybe empty
 * @param resolutionNeeded whether a committee has to decide before it is finished
 * @param after numbers of the steps it waits for
 * @param parts steps it consists of, which have no parts themselves
 */
public record TemplateStep(
        String number,
        String title,
        String explanation,
        @Nullable Integer from,
        @Nullable Integer until,
        boolean participation,
        String responsible,
        boolean resolutionNeeded,
        List<String> after,
        List<TemplateStep> parts) {
    /** @throws IllegalArgumentException if a limit is not kept, or it ends before it begins */
    public TemplateStep {
        TextLimits.required(title, TextLimits.NAME, "title");
        TextLimits.optional(explanation, TextLimits.TEXT, "explanation");
        TextLimits.optional(responsible, TextLimits.TEXT, "responsible");
        after = List.copyOf(after);
        parts = List.copyOf(parts);
        int first = from == null ? 1 : from;
        if (first < 1 || (until != null && until < first)) {
            throw new IllegalArgumentException("a step begins in a month from 1 on and does not end before");
        }
    }

    /** Whether it has no end. */
    public boolean isOpen() {
        return until == null;
    }

    /** Itself, followed by its parts. */
    Stream<TemplateStep> whole() {
        return Stream.concat(Stream.of(this), parts.stream());
    }

    /** Its last known month; 0 where none is known. */
    int lastMonth() {
        return until != null ? until : from != null ? from : 0;
    }

    /** Whether both have a beginning, and this one begins first. */
    boolean beginsBefore(TemplateStep other) {
        return from != null && other.from != null && from < other.from;
    }
}
