package de.kreiskonzept.admin.catalogue;

import de.kreiskonzept.model.catalogue.CatalogueVersions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The versions of the catalogue that this release brings. */
@Factory
final class ShippedCatalogue {
    @Singleton
    CatalogueVersions versions() {
        return CatalogueVersions.shipped();
    }
}
