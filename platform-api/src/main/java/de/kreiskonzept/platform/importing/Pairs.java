package de.kreiskonzept.platform.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which node of an outline stands for which stored sibling. Each stored node stands for one node of the outline at most, so equal
 * siblings stay apart.
 *
 * @param <T> stored node
 * @param <S> node of the outline
 */
final class Pairs<T, S> {
    private final IdentityHashMap<S, T> same = new IdentityHashMap<>();
    private final IdentityHashMap<S, T> akin = new IdentityHashMap<>();
    private final List<S> outline;
    private List<T> left;

    Pairs(List<T> stored, List<S> outline) {
        this.left = stored;
        this.outline = outline;
    }

    /** What two nodes must share; nothing is shared where a key is empty. */
    record Key<T, S>(Function<T, Optional<?>> stored, Function<S, Optional<?>> source) {}

    /** Pairs nodes with the same words, and then, of what is left, nodes that have only their key in common. */
    Pairs<T, S> by(Key<T, S> words, Key<T, S> key) {
        pair(words, same);
        pair(key, akin);
        return this;
    }

    private void pair(Key<T, S> by, IdentityHashMap<S, T> found) {
        Map<Object, Deque<T>> waiting = new HashMap<>();
        var rest = new ArrayList<T>();
        for (T node : left) {
            by.stored()
                    .apply(node)
                    .ifPresentOrElse(
                            key -> waiting.computeIfAbsent(key, none -> new ArrayDeque<>())
                                    .add(node),
                            () -> rest.add(node));
        }
        for (S source : outline) {
            if (!same.containsKey(source)) {
                by.source().apply(source).map(waiting::get).map(Deque::poll).ifPresent(node -> found.put(source, node));
            }
        }
        waiting.values().forEach(rest::addAll);
        left = rest;
    }

    Optional<T> same(S source) {
        return Optional.ofNullable(same.get(source));
    }

    Optional<T> akin(S source) {
        return Optional.ofNullable(akin.get(source));
    }

    /** Stored nodes for which the outline has none. */
    List<T> left() {
        return left;
    }
}
