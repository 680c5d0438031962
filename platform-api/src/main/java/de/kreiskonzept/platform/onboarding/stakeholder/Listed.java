package de.kreiskonzept.platform.onboarding.stakeholder;

import de.kreiskonzept.model.onboarding.Stakeholder;
import java.util.UUID;

/**
 * A stakeholder as it is stored.
 *
 * @param contacts how often somebody spoke with them
 * @param version row version
 */
public record Listed(UUID id, Stakeholder stakeholder, int contacts, long version) {}
