package de.kreiskonzept.platform.importing;

import java.util.UUID;

/**
 * What a take-over has done.
 *
 * @param versionId version that holds the concept now
 * @param sections new sections
 * @param goals new goals of all kinds
 * @param measures new measures
 * @param texts new text blocks
 * @param known nodes of the source that were there already and stay as they are
 */
public record TakenOver(UUID versionId, int sections, int goals, int measures, int texts, int known) {}
