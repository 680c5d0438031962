package de.kreiskonzept.platform.publication;

import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.model.measure.Body;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.model.monitoring.AggregateOverride;
import de.kreiskonzept.model.monitoring.Aggregates;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.VersionStore;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.narrative.Narratives;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what anybody may see, and nothing else. */
@Singleton
@InWorkspace(readOnly = true)
class Openness {
    private final PublicationStore store;
    private final Narratives narratives;
    private final VersionStore versions;
    private final Concepts concepts;
    private final OrganisationStore organisations;
    private final CurrentWorkspace current;

    Openness(
            PublicationStore store,
            Narratives narratives,
            VersionStore versions,
            Concepts concepts,
            OrganisationStore organisations,
            CurrentWorkspace current) {
        this.store = store;
        this.narratives = narratives;
        this.versions = versions;
        this.concepts = concepts;
        this.organisations = organisations;
        this.current = current;
    }

    /** What may be seen, without its content: enough to say whether somebody has it already. */
    record Head(Settings settings, Optional<Release> release, Optional<ConceptVersion> version) {}

    Head head() {
        return new Head(store.settings(), store.findLatest(), published());
    }

    /** Everything that may be seen. */
    Shown get() {
        Head head = head();
        Book book = head.release().map(this::book).orElse(null);
        ConceptTree concept = head.version()
                .flatMap(version -> concepts.findTree(version.id()))
                .orElse(null);
        return new Shown(head.settings(), head.release().orElse(null), book, concept, bodies(book, concept));
    }

    private Book book(Release release) {
        Book book = narratives.get(release.standId());
        return book.saying(release.content().byKey(), unnamed(book.ampel()));
    }

    // Whoever has set a colour did so for the county.
    private Ampel unnamed(Ampel ampel) {
        var colours = ampel.aggregates();
        var overrides = new HashMap<UUID, AggregateOverride>();
        colours.overrides()
                .forEach((place, set) -> overrides.put(
                        place,
                        new AggregateOverride(
                                set.light(), set.reason(), current.get().name(), set.at())));
        return ampel.with(new Aggregates(colours.rule(), overrides, colours.fixed()));
    }

    private Optional<ConceptVersion> published() {
        return versions.list().stream()
                .map(VersionStore.Summary::version)
                .filter(version -> version.state() == VersionState.PUBLISHED)
                .findFirst();
    }

    private Map<String, String> bodies(@Nullable Book book, @Nullable ConceptTree concept) {
        Stream<String> ofStand = book == null
                ? Stream.of()
                : book.whole().rows().measures().stream().map(measure -> measure.responsible());
        Stream<String> ofConcept = concept == null
                ? Stream.of()
                : concept.sections().stream()
                        .flatMap(section -> section.measures().values().stream())
                        .map(node -> node.measure().responsible());
        List<String> words = Stream.concat(ofStand, ofConcept)
                .distinct()
                .flatMap(line -> BodyList.of(line).bodies().stream())
                .map(Body::words)
                .distinct()
                .toList();
        var names = new HashMap<String, String>();
        organisations.listByWords(words).forEach((word, organisation) -> names.put(word, organisation.name()));
        return names;
    }
}
