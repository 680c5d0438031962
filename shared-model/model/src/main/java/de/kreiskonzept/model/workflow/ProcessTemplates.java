package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.yaml.YamlPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The process templates that are shipped. */
public final class ProcessTemplates {
    private static final List<ProcessTemplate> SHIPPED = in("processes.yml");

    private ProcessTemplates() {}

    /** The templates of the first version, which the shipped checklists name; their keys stay in all later ones. */
    public static List<ProcessTemplate> shipped() {
        return SHIPPED;
    }

    /** The template of the first version with this key. */
    public static Optional<ProcessTemplate> find(String key) {
        return SHIPPED.stream().filter(template -> template.key().equals(key)).findFirst();
    }

    /**
     * The templates in a YAML text.
     *
     * @throws de.kreiskonzept.model.yaml.Unreadable with line, path and reason
     */
    static List<ProcessTemplate> read(String yaml) {
        List<YamlPart> parts =
                YamlPart.read(yaml).allow("templates").get("templates").parts();
        YamlPart.once(parts, "key");
        return parts.stream()
                .map(part -> part.allow("key", "title", "source", "began", "usual", "steps"))
                .map(part -> ProcessTemplateYaml.read(part, part.text("key"), part.text("title")))
                .toList();
    }

    /** The templates in a file that is shipped. */
    public static List<ProcessTemplate> in(String file) {
        try (InputStream in = ProcessTemplates.class.getResourceAsStream(file)) {
            return read(new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
