package de.kreiskonzept.model.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which part of an old version lives on in which part of a new one, n to m. */
public final class Lineage {
    private final Map<UUID, Set<UUID>> successors = new HashMap<>();
    private final Map<UUID, Set<UUID>> predecessors = new HashMap<>();

    /** A lineage of these descents; the same one twice counts once. */
    public Lineage(List<Descent> descents) {
        for (Descent descent : descents) {
            successors
                    .computeIfAbsent(descent.predecessor(), any -> new LinkedHashSet<>())
                    .add(descent.successor());
            predecessors
                    .computeIfAbsent(descent.successor(), any -> new LinkedHashSet<>())
                    .add(descent.predecessor());
        }
    }

    /** Descents from the old parts of this lineage to the new parts of the one that follows it. */
    public List<Descent> then(Lineage next) {
        var through = new LinkedHashSet<Descent>();
        successors.forEach((old, between) -> between.stream()
                .flatMap(id -> next.successors.getOrDefault(id, Set.of()).stream())
                .forEach(now -> through.add(new Descent(old, now))));
        return List.copyOf(through);
    }

    /**
     * What happened between two versions: first everything that is there now, in its order, then what was dropped, in its old order.
     *
     * @param before parts of the old version in their order
     * @param after parts of the new version in their order
     */
    public List<Change> changes(List<Part> before, List<Part> after) {
        Map<UUID, Part> old = byId(before);
        Map<UUID, Part> now = byId(after);
        var changes = new ArrayList<Change>();
        var told = new HashSet<UUID>();
        for (Part part : after) {
            if (!told.contains(part.id())) {
                changes.add(change(part.id(), old, now, told));
            }
        }
        before.stream()
                .filter(part -> !told.contains(part.id()))
                .map(Change.Dropped::new)
                .forEach(changes::add);
        return changes;
    }

    // Everything that hangs together through descents is one change.
    private Change change(UUID start, Map<UUID, Part> old, Map<UUID, Part> now, Set<UUID> told) {
        var from = new LinkedHashSet<UUID>();
        var to = new LinkedHashSet<UUID>();
        gather(start, old, now, from, to);
        told.addAll(from);
        told.addAll(to);
        return of(parts(from, old), parts(to, now));
    }

    private void gather(UUID successor, Map<UUID, Part> old, Map<UUID, Part> now, Set<UUID> from, Set<UUID> to) {
        if (!to.add(successor)) {
            return;
        }
        for (UUID predecessor : predecessors.getOrDefault(successor, Set.of())) {
            if (old.containsKey(predecessor) && from.add(predecessor)) {
                successors.getOrDefault(predecessor, Set.of()).stream()
                        .filter(now::containsKey)
                        .forEach(next -> gather(next, old, now, from, to));
            }
        }
    }

    private static Change of(List<Part> before, List<Part> after) {
        if (before.isEmpty()) {
            return new Change.Added(after.getFirst());
        }
        if (before.size() > 1) {
            return after.size() > 1
                    ? new Change.Rearranged(before, after)
                    : new Change.Merged(before, after.getFirst());
        }
        Part old = before.getFirst();
        if (after.size() > 1) {
            return new Change.Split(old, after);
        }
        Part now = after.getFirst();
        return old.says(now) ? new Change.Unchanged(old, now) : new Change.Renamed(old, now);
    }

    private static List<Part> parts(Set<UUID> ids, Map<UUID, Part> known) {
        return known.values().stream().filter(part -> ids.contains(part.id())).toList();
    }

    private static Map<UUID, Part> byId(List<Part> parts) {
        var known = new LinkedHashMap<UUID, Part>();
        parts.forEach(part -> known.put(part.id(), part));
        return known;
    }
}
