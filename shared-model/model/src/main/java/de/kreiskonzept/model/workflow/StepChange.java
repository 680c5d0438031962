package de.kreiskonzept.model.workflow;

import java.time.Instant;
import java.util.UUID;

/**
 * That the state of a step was changed.
 *
 * @param reason maybe empty
 * @param accountName who did it, as it was called then
 */
public record StepChange(
        UUID id, UUID stepId, StepState from, StepState to, String reason, String accountName, Instant happenedAt) {}
