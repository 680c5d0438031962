package de.kreiskonzept.admin.catalogue;

import de.kreiskonzept.model.catalogue.CatalogueChange;
import java.util.List;

/**
 * A version of the catalogue that this program brings.
 *
 * @param number from 1
 * @param published whether counties are offered it; the first one always is
 * @param changes what differs from the version before; empty for the first one
 */
public record Release(int number, boolean published, List<CatalogueChange> changes) {}
