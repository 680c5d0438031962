package de.kreiskonzept.model.participation;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said at a conference; a proposal to change the concept, which gets an answer.
 *
 * @param goalId goal that it is about; null for the concept as a whole, or where that goal is gone
 * @param goal words of the goal as they were then; empty for the concept as a whole
 * @param text what was said, not blank
 * @param origin who said so, for example a table or an organisation; maybe empty
 * @param answer what the county says to it; empty where it does not have to say more than its decision
 * @param carriedOut whether the concept holds by now what was taken over
 */
public record Suggestion(
        UUID id,
        UUID conferenceId,
        @Nullable UUID goalId,
        String goal,
        String text,
        String origin,
        Decision decision,
        String answer,
        boolean carriedOut,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if a limit is not kept, or the decision lacks its answer */
    public Suggestion {
        TextLimits.optional(goal, TextLimits.TEXT, "goal");
        TextLimits.required(text, TextLimits.TEXT, "text");
        TextLimits.optional(origin, TextLimits.NAME, "origin");
        TextLimits.optional(answer, TextLimits.TEXT, "answer");
        if (decision.needsAnswer() && answer.isBlank()) {
            throw new IllegalArgumentException("answer: the decision " + decision + " needs one");
        }
        if (carriedOut && !decision.changesConcept()) {
            throw new IllegalArgumentException("carriedOut: nothing is to be carried out after " + decision);
        }
    }

    /** The suggestion with its answer; what is no longer to be carried out counts as not carried out. */
    public Suggestion decided(Decision next, String words, boolean done, Instant now) {
        return new Suggestion(
                id,
                conferenceId,
                goalId,
                goal,
                text,
                origin,
                next,
                words,
                done && next.changesConcept(),
                createdAt,
                now,
                version);
    }
}
