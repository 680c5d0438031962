package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.model.onboarding.Answer;
import java.time.Instant;

/**
 * An answer as it is stored.
 *
 * @param savedAt when it was saved last
 * @param version row version, 0 where nobody has opened the question
 */
public record Saved(Answer answer, Instant savedAt, long version) {
    static Saved unopened(String question) {
        return new Saved(Answer.unopened(question), Instant.EPOCH, 0);
    }
}
