package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.monitoring.CurrentLight;
import java.util.UUID;

/**
 * A measure with the light it has now.
 *
 * @param sectionId section it stands in
 * @param section its name
 * @param number display text, maybe empty
 * @param version of the measure's text and its light together
 */
public record Assessed(
        UUID id, UUID sectionId, String section, String number, String text, CurrentLight current, long version) {}
