package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * Who took part in a step, and what came of it.
 *
 * @param participants one person, group or organisation on each line; maybe empty
 * @param invited number of people, null where nobody counted; likewise present
 * @param groups what people worked on in groups, one on each line; maybe empty
 * @param results maybe empty
 */
public record Gathering(
        String participants,
        @Nullable Integer invited,
        @Nullable Integer present,
        String groups,
        String results) {
    /** Most people that are counted. */
    public static final int MOST = 99_999;

    /** Nothing is known. */
    public static final Gathering NONE = new Gathering("", null, null, "", "");

    /** @throws IllegalArgumentException if a limit is not kept */
    public Gathering {
        TextLimits.optional(participants, TextLimits.TEXT, "participants");
        TextLimits.optional(groups, TextLimits.TEXT, "groups");
        TextLimits.optional(results, TextLimits.TEXT, "results");
        number(invited);
        number(present);
    }

    private static void number(@Nullable Integer people) {
        if (people != null && (people < 0 || people > MOST)) {
            throw new IllegalArgumentException("people: from 0 to " + MOST);
        }
    }
}
