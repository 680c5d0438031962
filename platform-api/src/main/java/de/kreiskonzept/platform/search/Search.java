package de.kreiskonzept.platform.search;

import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.VersionStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks for words in what the county has written: two statements, one for the versions there are and one for the hits. */
@Singleton
@InWorkspace(readOnly = true)
public class Search {
    private final SearchStore store;
    private final VersionStore versions;

    Search(SearchStore store, VersionStore versions) {
        this.store = store;
        this.versions = versions;
    }

    /**
     * What was found.
     *
     * @param versions all there are, the latest first
     * @param looked whether there was anything to look for
     */
    public record Found(List<SearchHit> hits, long total, List<ConceptVersion> versions, boolean looked) {}

    /** What the filter lets through, the best first, from the given one on. */
    public Found find(SearchFilter filter, int offset, int limit) {
        List<ConceptVersion> all =
                versions.list().stream().map(VersionStore.Summary::version).toList();
        if (filter.words().isEmpty()) {
            return new Found(List.of(), 0, all, false);
        }
        Map<UUID, ConceptVersion> asked = all.stream()
                .filter(version -> filter.version() == null
                        ? version.state() != VersionState.SUPERSEDED
                        : version.id().equals(filter.version()))
                .collect(Collectors.toMap(ConceptVersion::id, Function.identity()));
        SearchStore.Rows found = store.list(filter, List.copyOf(asked.keySet()), offset, limit);
        List<SearchHit> hits = found.rows().stream()
                .map(row -> hit(row, Nodes.found(Optional.ofNullable(asked.get(row.version()))), found.marker()))
                .toList();
        return new Found(hits, found.total(), all, found.looked());
    }

    private static SearchHit hit(SearchStore.Row row, ConceptVersion version, Marker marker) {
        return new SearchHit(
                row.kind(),
                row.id(),
                version,
                row.section(),
                row.trail(),
                row.number(),
                marker.mark(row.title()),
                row.rest().isBlank() ? Marked.NONE : marker.excerpt(row.rest()));
    }
}
