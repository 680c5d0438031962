package de.kreiskonzept.model.structure;

import java.util.List;
import java.util.Optional;

/**
 * A level of a concept.
 *
 * @param names of everything that stands on this level, at least one; all of them sections, all goals or all measures
 */
public record Level(List<PartName> names) {
    /** @throws IllegalArgumentException if there is no name, two for one part, or parts that do not stand side by side */
    public Level {
        names = List.copyOf(names);
        if (names.isEmpty() || names.stream().map(PartName::part).distinct().count() != names.size()) {
            throw new IllegalArgumentException("a level needs one name for each of its parts");
        }
        if (names.stream().map(name -> name.part().rank()).distinct().count() > 1) {
            throw new IllegalArgumentException("sections, goals and measures have levels of their own");
        }
    }

    boolean holdsSections() {
        return names.getFirst().part().isSection();
    }

    boolean holdsGoals() {
        return names.getFirst().part().isGoal();
    }

    int rank() {
        return names.getFirst().part().rank();
    }

    Optional<PartName> find(Part part) {
        return names.stream().filter(name -> name.part() == part).findFirst();
    }
}
