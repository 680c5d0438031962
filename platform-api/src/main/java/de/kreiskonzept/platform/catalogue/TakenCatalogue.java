package de.kreiskonzept.platform.catalogue;

import de.kreiskonzept.model.catalogue.Catalogue;
import de.kreiskonzept.model.catalogue.CatalogueVersions;
import de.kreiskonzept.model.topic.TopicCatalogue;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Set;

/** The catalogue as the county has taken it, with what it uses of earlier versions; a new release changes nothing of it. */
@Singleton
@InWorkspace(readOnly = true)
public class TakenCatalogue {
    private final CatalogueStore store;
    private final CatalogueVersions versions;

    TakenCatalogue(CatalogueStore store, CatalogueVersions versions) {
        this.store = store;
        this.versions = versions;
    }

    /** The version that the county works with. */
    public Catalogue get() {
        return versions.at(store.get().taken());
    }

    /** Its topics, and those of earlier versions with these keys. */
    public TopicCatalogue topics(Set<String> meant) {
        return versions.topics(store.get().taken(), meant);
    }
}
