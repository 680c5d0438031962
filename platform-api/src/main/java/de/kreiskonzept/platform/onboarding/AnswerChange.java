package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.model.onboarding.Answer;
import java.time.Instant;

/**
 * What somebody saved to a question at some time.
 *
 * @param answer without its owner, whose name stands apart, because accounts go
 * @param ownerName empty if nobody looked after it
 * @param author name of the account
 */
public record AnswerChange(Answer answer, String ownerName, String author, Instant at) {}
