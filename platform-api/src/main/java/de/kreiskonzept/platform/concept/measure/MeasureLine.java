package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.model.concept.Measure;

/**
 * A measure in a list across the tree.
 *
 * @param section name of the section it stands in
 */
public record MeasureLine(Measure measure, String section) {}
