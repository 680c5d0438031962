package de.kreiskonzept.platform.importing.sheet;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nodes that stand at another place in the table than in the version. Measures are {@link Served} apart: they may stand at several. */
final class Moves {
    private final StoredRows stored;
    private final Additions additions;
    private final Instant now;
    /** Sections and goals above those that were moved; null for the concept. */
    private final Map<UUID, @Nullable UUID> moved = new HashMap<>();

    Moves(StoredRows stored, Additions additions, Instant now) {
        this.stored = stored;
        this.additions = additions;
        this.now = now;
    }

    /** Whether a stored node would stand elsewhere. */
    static boolean isElsewhere(Object node, Place place) {
        return switch (node) {
            case Section section -> !Objects.equals(section.parentId(), place.section());
            case Goal goal ->
                !goal.sectionId().equals(place.section()) || !Objects.equals(goal.parentId(), place.goal());
            case TextBlock text ->
                !Objects.equals(text.goalId(), place.goal())
                        || (place.goal() == null && !Objects.equals(text.sectionId(), place.section()));
            default -> false;
        };
    }

    /**
     * A stored node at another place, behind what stands there; empty where it cannot stand there, such as below itself.
     *
     * @param node as it is changed otherwise
     */
    Optional<Object> moved(Object node, Place place) {
        UUID section = place.section();
        UUID goal = place.goal();
        return switch (node) {
            case Section one
            when goal == null && !isBelow(section, one.id()) -> {
                moved.put(one.id(), section);
                yield Optional.of(one.withParent(section, position(place), now));
            }
            case Goal one
            when section != null && !isBelow(goal, one.id()) -> {
                moved.put(one.id(), goal);
                yield Optional.of(one.withParent(section, goal, position(place), now));
            }
            case TextBlock one -> Optional.of(one.withOwner(goal == null ? section : null, goal, position(place), now));
            default -> Optional.empty();
        };
    }

    int position(Place place) {
        return additions.next(place, stored.end(place.above()));
    }

    private boolean isBelow(@Nullable UUID place, UUID node) {
        var seen = new HashSet<UUID>();
        for (UUID above = place; above != null && seen.add(above); above = above(above)) {
            if (above.equals(node)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable UUID above(UUID node) {
        if (moved.containsKey(node)) {
            return moved.get(node);
        }
        var known = stored.byId().get(node.toString());
        return known == null
                ? null
                : switch (known.node()) {
                    case Section section -> section.parentId();
                    case Goal goal -> goal.parentId();
                    default -> null;
                };
    }
}
