package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.monitoring.CurrentLight;

/**
 * A measure in a list across the tree.
 *
 * @param section name of the section it stands in
 */
public record MeasureLine(Measure measure, CurrentLight light, String section) {}
