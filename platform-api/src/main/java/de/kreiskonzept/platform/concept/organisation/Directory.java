package de.kreiskonzept.platform.concept.organisation;

import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.organisation.MentionStore.Mention;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The organisations of the county as its concept names them. */
@Singleton
@InWorkspace(readOnly = true)
public class Directory {
    private final OrganisationStore store;
    private final MentionStore mentions;
    private final Concepts concepts;

    Directory(OrganisationStore store, MentionStore mentions, Concepts concepts) {
        this.store = store;
        this.mentions = mentions;
        this.concepts = concepts;
    }

    /**
     * An organisation in the list.
     *
     * @param measures number of measures of the version that holds which name it
     */
    public record Line(Organisation organisation, int measures) {}

    /**
     * Organisations by name.
     *
     * @param kind null for all
     * @param search part of name or short name in any case, empty for all
     */
    public List<Line> list(@Nullable OrganisationKind kind, String search) {
        Map<UUID, Integer> counts = concepts.findValidVersion()
                .map(version -> mentions.count(version.id()))
                .orElseGet(Map::of);
        String wanted = search.toLowerCase(Locale.GERMAN);
        return store.list().stream()
                .filter(one -> kind == null || one.kind() == kind)
                .filter(one -> (one.name() + "\n" + one.shortName())
                        .toLowerCase(Locale.GERMAN)
                        .contains(wanted))
                .map(one -> new Line(one, counts.getOrDefault(one.id(), 0)))
                .toList();
    }

    /** Measures of the version that holds which name the organisation. */
    public List<Mention> mentions(UUID organisation) {
        return concepts.findValidVersion()
                .map(version -> mentions.list(version.id(), organisation))
                .orElseGet(List::of);
    }

    /** Spellings of the version that holds and of the draft that mean no organisation yet, with the number of their measures. */
    public Map<String, Integer> unknown() {
        List<UUID> versions = Stream.of(concepts.findValidVersion(), concepts.findCurrentVersion())
                .flatMap(version -> version.stream().map(ConceptVersion::id))
                .distinct()
                .toList();
        var unknown = new LinkedHashMap<String, Integer>();
        mentions.listUnknown(versions).forEach(one -> unknown.put(one.name(), one.measures()));
        return unknown;
    }
}
