package de.kreiskonzept.platform.importing.sheet;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the rows of stored measures stand. A measure serves the goals that its rows stand below as soon as one of them is another
 * than before; a row that is missing takes no goal away.
 */
final class Served {
    private final StoredRows stored;
    private final Map<UUID, Set<Place>> places = new LinkedHashMap<>();

    Served(StoredRows stored) {
        this.stored = stored;
    }

    void stands(UUID measure, Place place) {
        places.computeIfAbsent(measure, none -> new LinkedHashSet<>()).add(place);
    }

    /** Measures that have a row where they did not stand before, or whose goal moved to another section with them. */
    List<Measure> moved() {
        return places.keySet().stream()
                .map(id -> stored.get(id).node())
                .map(Measure.class::cast)
                .filter(measure -> servesOthers(measure.id()) || followsItsGoal(measure))
                .toList();
    }

    /** Whether a measure has a row where it did not stand before. */
    boolean servesOthers(UUID measure) {
        return !stored.parents(measure.toString()).containsAll(above(places.getOrDefault(measure, Set.of())));
    }

    private boolean followsItsGoal(Measure measure) {
        Place home = home(measure);
        StoredRows.Stored above = stored.byId().get(home.above());
        return !measure.sectionId().equals(home.section())
                && above != null
                && above.node() instanceof Goal goal
                && Moves.isElsewhere(goal, new Place(home.section(), goal.parentId()));
    }

    private static List<String> above(Collection<Place> places) {
        return places.stream().map(Place::above).toList();
    }

    /** The goals that a measure serves by its rows, in their order; none where they stand in a section itself. */
    List<UUID> goals(UUID measure) {
        return places.getOrDefault(measure, Set.of()).stream()
                .flatMap(place -> Stream.ofNullable(place.goal()))
                .toList();
    }

    /** The place that decides on the section of a measure: one in its own section, or else the first. */
    Place home(Measure measure) {
        Set<Place> all = places.getOrDefault(measure.id(), Set.of());
        return all.stream()
                .filter(place -> measure.sectionId().equals(place.section()))
                .findFirst()
                .orElseGet(() -> all.iterator().next());
    }

    /** Words for people for the nodes above. */
    String words(Collection<String> above) {
        return above.stream().map(stored::name).collect(Collectors.joining("; "));
    }

    /** Words for people for where the rows of a measure stand. */
    String words(UUID measure) {
        return words(above(places.getOrDefault(measure, Set.of())));
    }
}
