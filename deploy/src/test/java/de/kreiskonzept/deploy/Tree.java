package de.kreiskonzept.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a YAML or JSON file holds, asked for by the names of fields wherever they stand. */
record Tree(Object content) {
    static Tree of(Object content) {
        return new Tree(content);
    }

    /** All texts and numbers that stand under this name, as text. */
    List<String> texts(String name) {
        return find(name)
                .filter(value -> !(value instanceof Map) && !(value instanceof List))
                .map(String::valueOf)
                .toList();
    }

    /** What stands at the end of these names, from the top. */
    Tree at(String... names) {
        Object here = content;
        for (String name : names) {
            here = ((Map<?, ?>) here).get(name);
        }
        return of(here);
    }

    private Stream<Object> find(String name) {
        return switch (content) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(entry -> Stream.concat(
                                entry.getKey().equals(name) ? Stream.of(entry.getValue()) : Stream.empty(),
                                of(entry.getValue()).find(name)));
            case List<?> list -> list.stream().flatMap(part -> of(part).find(name));
            case null -> Stream.empty();
            default -> Stream.empty();
        };
    }
}
