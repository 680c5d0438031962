package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.model.check.CheckKind;
import de.kreiskonzept.model.check.Spot;

/**
 * A finding in a list.
 *
 * @param section name of the section, empty for the version
 * @param detail a German sentence about it
 * @param path address of the place, below that of the concept
 * @param first address of the earlier one of two that are the same; empty where nothing is doubled
 */
public record FindingLine(CheckKind kind, Spot spot, String section, String detail, String path, String first) {}
