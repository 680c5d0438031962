package de.kreiskonzept.admin;

import de.kreiskonzept.model.catalogue.Catalogue;
import de.kreiskonzept.model.catalogue.CatalogueVersions;
import de.kreiskonzept.model.topic.Topic;
import de.kreiskonzept.model.topic.TopicCatalogue;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.List;

/** A release with a second version of the catalogue, whose only topic is a new one. */
@Factory
class SecondCatalogue {
    @Singleton
    @Replaces(CatalogueVersions.class)
    CatalogueVersions versions() {
        var first = CatalogueVersions.shipped().at(1);
        var topics = new TopicCatalogue(2, List.of(new Topic("digital", "Digitales", List.of())));
        return new CatalogueVersions(List.of(first, new Catalogue(2, topics, first.checklist(), first.processes())));
    }
}
