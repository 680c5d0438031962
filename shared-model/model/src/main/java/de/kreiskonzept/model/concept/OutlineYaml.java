package de.kreiskonzept.model.concept;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads an outline from YAML with the field names of {@link ConceptOutline}. Missing lists and strings are empty, a missing
 * light is grey, a missing {@code counted} is true; unknown fields are refused.
 */
public final class OutlineYaml {
    private OutlineYaml() {}

    /**
     * The outline in a YAML text.
     *
     * @throws Unreadable with the path of the first fault, such as {@code sections[2].goals[0].kind}
     */
    public static ConceptOutline read(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(yaml);
            return outline(new Node("", root));
        } catch (YAMLException e) {
            throw new Unreadable("", String.valueOf(e.getMessage()), e);
        }
    }

    private static ConceptOutline outline(Node node) {
        node.allow("title", "stated", "texts", "sections");
        return node.guard(() -> new ConceptOutline(
                node.text("title"),
                stated(node),
                node.list("texts", OutlineYaml::text),
                node.list("sections", OutlineYaml::section)));
    }

    private static OutlineSection section(Node node) {
        node.allow("kind", "number", "name", "line", "stated", "texts", "sections", "goals");
        return node.guard(() -> new OutlineSection(
                node.value("kind", SectionKind::of, SectionKind.OTHER),
                node.text("number"),
                node.text("name"),
                node.line(),
                stated(node),
                node.list("texts", OutlineYaml::text),
                node.list("sections", OutlineYaml::section),
                node.list("goals", OutlineYaml::goal)));
    }

    private static OutlineGoal goal(Node node) {
        node.allow("kind", "number", "text", "line", "goals", "measures");
        return node.guard(() -> new OutlineGoal(
                node.value("kind", GoalKind::of, GoalKind.GOAL),
                node.text("number"),
                node.text("text"),
                node.line(),
                node.list("goals", OutlineYaml::goal),
                node.list("measures", OutlineYaml::measure)));
    }

    private static OutlineMeasure measure(Node node) {
        node.allow("number", "text", "line", "counted", "light", "reason", "justification", "responsible");
        return node.guard(() -> new OutlineMeasure(
                node.text("number"),
                node.text("text"),
                node.line(),
                node.flag("counted"),
                node.value("light", TrafficLight::of, TrafficLight.GREY),
                node.optional("reason", ReasonClass::of),
                node.text("justification"),
                node.text("responsible")));
    }

    private static OutlineText text(Node node) {
        node.allow("name", "text", "line");
        return node.guard(() -> new OutlineText(node.text("name"), node.text("text"), node.line()));
    }

    private static StatedCounts stated(Node parent) {
        Node node = parent.child("stated");
        if (node.value() == null) {
            return StatedCounts.NONE;
        }
        node.allow("goals", "measures");
        return node.guard(() -> new StatedCounts(node.number("goals"), node.number("measures")));
    }

    /** The YAML is no outline; the message begins with the path of the fault. */
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private Unreadable(String path, String what, @Nullable Throwable cause) {
            super((path.isEmpty() ? "(root)" : path) + ": " + what, cause);
        }
    }

    /** A value of the YAML tree and where it stands. */
    private record Node(String path, @Nullable Object value) {
        Node child(String key) {
            return new Node(path.isEmpty() ? key : path + "." + key, fields().get(key));
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

        <T> List<T> list(String key, Function<Node, T> read) {
            Node list = child(key);
            return switch (list.value()) {
                case null -> List.of();
                case List<?> items ->
                    IntStream.range(0, items.size())
                            .mapToObj(i -> read.apply(new Node(list.path() + "[" + i + "]", items.get(i))))
                            .toList();
                default -> throw list.fault("must be a list");
            };
        }

        /** Numbers are taken as text: a document's number is for display. */
        String text(String key) {
            Node text = child(key);
            return switch (text.value()) {
                case null -> "";
                case String string -> string.strip();
                case Number number -> number.toString();
                default -> throw text.fault("must be a text");
            };
        }

        @Nullable
        Integer number(String key) {
            Node number = child(key);
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
            Node flag = child(key);
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
            } catch (Unreadable e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new Unreadable(path, String.valueOf(e.getMessage()), e);
            }
        }

        Unreadable fault(String what) {
            return new Unreadable(path, what, null);
        }
    }
}
