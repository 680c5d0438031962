package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.platform.concept.detail.Detailed;

/**
 * A measure in a list across the tree.
 *
 * @param section name of the section it stands in
 * @param said what the measure says besides its words
 */
public record MeasureLine(Measure measure, CurrentLight light, String section, Detailed said) {}
