package de.kreiskonzept.model.yaml;

import java.io.StringReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A part of a YAML text that knows its line and its path. Values are taken as they are written: "yes" is a text. */
public final class YamlPart {
    private static final int MOST_CHARACTERS = 200_000;

    private final String path;
    private final Node node;

    private YamlPart(String path, Node node) {
        this.path = path;
        this.node = node;
    }

    /**
     * The whole text.
     *
     * @throws Unreadable if it is no YAML, is empty or longer than 200,000 characters, or repeats parts by anchors
     */
    public static YamlPart read(String yaml) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                throw new Unreadable(1, "", YamlFault.MISSING, "", null);
            }
            return new YamlPart("", root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new Unreadable(line, "", YamlFault.SYNTAX, String.valueOf(e.getProblem()), e);
        } catch (YAMLException e) {
            throw new Unreadable(1, "", YamlFault.SYNTAX, String.valueOf(e.getMessage()), e);
        }
    }

    /** Line of the text, from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** Way to this part, such as {@code phases[0].title}. */
    public String path() {
        return path;
    }

    /** What to throw if this part cannot be taken. */
    public Unreadable fault(YamlFault fault, String detail) {
        return new Unreadable(this, fault, detail);
    }

    /**
     * Refuses fields that mean nothing here.
     *
     * @throws Unreadable for the first such field, or if this is no mapping
     */
    public YamlPart allow(String... known) {
        Set<String> names = Set.copyOf(Arrays.asList(known));
        for (var field : fields().values()) {
            if (!names.contains(field.name())) {
                throw field.fault(YamlFault.UNKNOWN_FIELD, field.name());
            }
        }
        return this;
    }

    /** Name of this part in its mapping. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The field with this name, if it is there and holds something. */
    public Optional<YamlPart> find(String name) {
        return Optional.ofNullable(fields().get(name)).filter(field -> !field.isEmpty());
    }

    /**
     * The field with this name.
     *
     * @throws Unreadable if it is missing or empty
     */
    public YamlPart get(String name) {
        return find(name).orElseThrow(() -> fault(YamlFault.MISSING, name));
    }

    /**
     * The parts of a list; none where the field is missing.
     *
     * @throws Unreadable if it is no list
     */
    public List<YamlPart> list(String name) {
        return find(name).map(YamlPart::parts).orElse(List.of());
    }

    /** The texts of a list; none where the field is missing. */
    public List<String> texts(String name) {
        return list(name).stream().map(YamlPart::text).toList();
    }

    /** A required text. */
    public String text(String name) {
        return get(name).text();
    }

    /** A text, empty where the field is missing. */
    public String textOrNone(String name) {
        return find(name).map(YamlPart::text).orElse("");
    }

    /** A value that is one of a few, or the other where the field is missing. */
    public <T> T value(String name, Function<String, Optional<T>> find, T otherwise) {
        return find(name).map(part -> part.value(find)).orElse(otherwise);
    }

    /** This part as a value that is one of a few. */
    public <T> T value(Function<String, Optional<T>> find) {
        return find.apply(text()).orElseThrow(() -> fault(YamlFault.UNKNOWN_VALUE, text()));
    }

    /** Whether a field says true; it may say false, too, or be missing. */
    public boolean isTrue(String name) {
        return value(
                name,
                text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                false);
    }

    /** A required whole number of at least 0 and at most 9999. */
    public int number(String name) {
        YamlPart part = get(name);
        if (!part.text().matches("[0-9]{1,4}")) {
            throw part.fault(YamlFault.NOT_A_NUMBER, part.text());
        }
        return Integer.parseInt(part.text());
    }

    /**
     * This part as a text without blanks around it.
     *
     * @throws Unreadable if it is none
     */
    public String text() {
        if (node instanceof ScalarNode scalar && !isEmpty()) {
            return scalar.getValue().strip();
        }
        throw fault(YamlFault.NOT_A_TEXT, "");
    }

    /** Whether it is a text, and no list or mapping. */
    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /**
     * The parts of this list.
     *
     * @throws Unreadable if it is none
     */
    public List<YamlPart> parts() {
        if (node instanceof SequenceNode sequence) {
            List<Node> values = sequence.getValue();
            return IntStream.range(0, values.size())
                    .mapToObj(i -> new YamlPart(path + "[" + i + "]", values.get(i)))
                    .toList();
        }
        throw fault(YamlFault.NOT_A_LIST, "");
    }

    /**
     * Refuses keys that stand twice in a list of parts.
     *
     * @throws Unreadable for the second one
     */
    public static void once(List<YamlPart> parts, String name) {
        var seen = new HashSet<String>();
        for (YamlPart part : parts) {
            if (!seen.add(part.text(name))) {
                throw part.get(name).fault(YamlFault.TWICE, part.text(name));
            }
        }
    }

    private boolean isEmpty() {
        return node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
    }

    private Map<String, YamlPart> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(YamlFault.NOT_A_MAPPING, "");
        }
        var fields = new LinkedHashMap<String, YamlPart>();
        for (var tuple : mapping.getValue()) {
            String name = new YamlPart(path, tuple.getKeyNode()).text();
            var field = new YamlPart(path.isEmpty() ? name : path + "." + name, tuple.getValueNode());
            if (fields.put(name, field) != null) {
                throw new YamlPart(path, tuple.getKeyNode()).fault(YamlFault.TWICE, name);
            }
        }
        return fields;
    }
}
