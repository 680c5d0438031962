package de.kreiskonzept.platform.concept.retrospect;

import de.kreiskonzept.model.lineage.Attainment;

/**
 * What is said of a former goal, where a goal that descends from it is shown.
 *
 * @param former number and words of the former goal
 * @param explanation maybe empty
 */
public record Inherited(String former, Attainment attainment, String explanation) {}
