package de.kreiskonzept.model.structure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The profiles a county may begin with; they stand in profiles.yml. */
public final class Templates {
    private static final String RESOURCE = "profiles.yml";

    /** Name of the profile that holds where a county has chosen none. */
    static final String USUAL_NAME = "usual";

    /** Name of the template of a profile that was made without one. */
    static final String OWN_NAME = "own";

    private static final Profile USUAL;
    private static final List<Template> ALL;

    static {
        Map<?, ?> root = load();
        USUAL = template(present(root, "usual")).profile();
        ALL = list(present(root, "templates")).stream().map(Templates::template).toList();
    }

    private Templates() {}

    /**
     * A template with words about it.
     *
     * @param title German, for people who choose
     * @param source document it follows
     */
    public record Template(String title, String source, Profile profile) {}

    /** All templates that a county may choose. */
    public static List<Template> list() {
        return ALL;
    }

    /** The template with this name. */
    public static Optional<Template> find(String name) {
        return ALL.stream()
                .filter(template -> template.profile().template().equals(name))
                .findFirst();
    }

    /**
     * The profile of the template with this name; those without a template bear the names usual and own.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Profile get(String name) {
        if (name.equals(USUAL_NAME) || name.equals(OWN_NAME)) {
            return USUAL;
        }
        return find(name).map(Template::profile).orElseThrow(() -> new IllegalArgumentException("no template " + name));
    }

    /** The profile that holds where a county has chosen none: the words that are usual, and no rules. */
    public static Profile usual() {
        return USUAL;
    }

    /** What a part is called where the profile of the county does not name it. */
    static PartName usual(Part part) {
        return USUAL.levels().stream()
                .flatMap(level -> level.find(part).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Template template(Object node) {
        Map<?, ?> map = (Map<?, ?>) node;
        var levels = list(present(map, "levels")).stream()
                .map(level -> new Level(names(level)))
                .toList();
        var rules = list(present(map, "rules")).stream()
                .map(rule -> Rule.of(rule.toString()))
                .collect(Collectors.toSet());
        return new Template(text(map, "title"), text(map, "source"), new Profile(text(map, "name"), levels, rules));
    }

    private static List<PartName> names(Object node) {
        return list(node).stream()
                .map(name -> (Map<?, ?>) name)
                .map(Templates::name)
                .toList();
    }

    private static PartName name(Map<?, ?> map) {
        Object texts = map.get("texts");
        return new PartName(
                Part.of(text(map, "part")),
                text(map, "singular"),
                text(map, "plural"),
                Numbering.of(text(map, "numbering")),
                texts == null
                        ? List.of()
                        : list(texts).stream().map(Object::toString).toList());
    }

    private static List<?> list(Object node) {
        return (List<?>) node;
    }

    private static String text(Map<?, ?> map, String key) {
        return present(map, key).toString();
    }

    private static Object present(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static Map<?, ?> load() {
        try (InputStream in = Templates.class.getResourceAsStream(RESOURCE)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in, RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
