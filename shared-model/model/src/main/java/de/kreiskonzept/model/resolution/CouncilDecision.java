package de.kreiskonzept.model.resolution;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a committee decided (Beschluss), and how far it is carried out.
 *
 * @param paperId paper that proposed it, null for none
 * @param consultationId turn in which it was decided, null for none
 * @param day of the decision
 * @param text what was decided, not blank
 * @param responsible offices or people who carry it out, maybe empty
 * @param due last day, null for none
 */
public record CouncilDecision(
        UUID id,
        @Nullable UUID paperId,
        @Nullable UUID consultationId,
        UUID committeeId,
        LocalDate day,
        Publicity publicity,
        String text,
        Ballot ballot,
        Result result,
        DecisionState state,
        String responsible,
        @Nullable LocalDate due,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if a limit is not kept, or nothing was decided */
    public CouncilDecision {
        TextLimits.required(text, TextLimits.TEXT, "text");
        TextLimits.optional(responsible, TextLimits.NAME, "responsible");
        if (result.isOpen() || result == Result.WITHDRAWN) {
            throw new IllegalArgumentException("result: nothing was decided");
        }
    }

    /** Whether it should be carried out by now and is not; what was rejected is never late. */
    public boolean isOverdue(LocalDate today) {
        return state.isOpen() && result != Result.REJECTED && due != null && due.isBefore(today);
    }
}
