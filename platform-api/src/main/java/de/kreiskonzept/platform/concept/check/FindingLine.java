package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.model.check.CheckKind;
import de.kreiskonzept.model.check.Spot;
import org.jspecify.annotations.Nullable;

/**
 * A finding in a list.
 *
 * @param section name of the section, empty for the version
 * @param detail a German sentence about it
 * @param path address of the place, below that of the concept
 * @param first address of the earlier one of two that are the same; empty where nothing is doubled
 * @param firstSpot that earlier one; null where nothing is doubled
 * @param notDouble who said that it is no double; null where nobody did
 */
public record FindingLine(
        CheckKind kind,
        Spot spot,
        String section,
        String detail,
        String path,
        String first,
        @Nullable Spot firstSpot,
        @Nullable NotDouble notDouble) {}
