package de.kreiskonzept.platform.catalogue;

import de.kreiskonzept.model.catalogue.Catalogue;
import de.kreiskonzept.model.catalogue.CatalogueChange;
import java.util.List;

/**
 * A newer version of the catalogue for a county.
 *
 * @param changes what it would change, the county's own words aside
 * @param putAway whether the county does not want to see it until the next one
 */
public record Offer(Catalogue taken, Catalogue newer, List<CatalogueChange> changes, boolean putAway) {
    static Offer of(Catalogue taken, Catalogue newer, boolean putAway) {
        return new Offer(taken, newer, taken.changesTo(newer), putAway);
    }
}
