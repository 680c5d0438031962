package de.kreiskonzept.model.outline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A value of the YAML tree and where it stands, such as {@code sections[2].goals}. */
record YamlNode(String path, @Nullable Object value) {
    YamlNode child(String key) {
        return new YamlNode(path.isEmpty() ? key : path + "." + key, fields().get(key));
    }

    Map<?, ?> fields() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw fault("must be a mapping");
    }

    void allow(String... known) {
        Set<String> names = Set.of(known);
        for (Object key : fields().keySet()) {
            if (!(key instanceof String name && names.contains(name))) {
                throw fault("unknown field " + key);
            }
        }
    }

    <T> List<T> list(String key, Function<YamlNode, T> read) {
        YamlNode list = child(key);
        return switch (list.value()) {
            case null -> List.of();
            case List<?> items ->
                IntStream.range(0, items.size())
                        .mapToObj(i -> read.apply(new YamlNode(list.path() + "[" + i + "]", items.get(i))))
                        .toList();
            default -> throw list.fault("must be a list");
        };
    }

    /** Numbers are taken as text: a document's number is for display. */
    String text(String key) {
        YamlNode text = child(key);
        return switch (text.value()) {
            case null -> "";
            case String string -> string.strip();
            case Number number -> number.toString();
            default -> throw text.fault("must be a text");
        };
    }

    @Nullable
    Integer number(String key) {
        YamlNode number = child(key);
        return switch (number.value()) {
            case null -> null;
            case Integer integer -> integer;
            default -> throw number.fault("must be a whole number");
        };
    }

    int line() {
        Integer line = number("line");
        return line == null ? 0 : line;
    }

    boolean flag(String key) {
        YamlNode flag = child(key);
        return switch (flag.value()) {
            case null -> true;
            case Boolean bool -> bool;
            default -> throw flag.fault("must be true or false");
        };
    }

    <T extends Enum<T>> T value(String key, Function<String, T> read, T otherwise) {
        T value = optional(key, read);
        return value == null ? otherwise : value;
    }

    <T extends Enum<T>> @Nullable T optional(String key, Function<String, T> read) {
        String text = text(key);
        return text.isEmpty() ? null : child(key).guard(() -> read.apply(text));
    }

    <T> T guard(Supplier<T> read) {
        try {
            return read.get();
        } catch (OutlineYaml.Unreadable e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new OutlineYaml.Unreadable(path, String.valueOf(e.getMessage()), e);
        }
    }

    OutlineYaml.Unreadable fault(String what) {
        return new OutlineYaml.Unreadable(path, what, null);
    }
}
