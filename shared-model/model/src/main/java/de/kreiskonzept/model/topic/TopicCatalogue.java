package de.kreiskonzept.model.topic;

import de.kreiskonzept.model.directory.Likeness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The shared catalogue in one version; the first one stands in topics.yml.
 *
 * @param version grows with each change of the catalogue
 */
public record TopicCatalogue(int version, List<Topic> topics) {
    /** Copies the list. */
    public TopicCatalogue {
        topics = List.copyOf(topics);
    }

    /** The catalogue in a file that is shipped. */
    public static TopicCatalogue in(String file) {
        try (InputStream in = TopicCatalogue.class.getResourceAsStream(file)) {
            Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
            List<?> topics = (List<?>) Objects.requireNonNull(root.get("topics"));
            return new TopicCatalogue(
                    (Integer) Objects.requireNonNull(root.get("version")),
                    topics.stream()
                            .map(topic -> (Map<?, ?>) topic)
                            .map(topic -> new Topic(
                                    text(topic, "key"),
                                    text(topic, "name"),
                                    ((List<?>) Objects.requireNonNull(topic.get("spellings")))
                                            .stream().map(Object::toString).toList()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This one with the topics of an earlier version that it has no longer and that somebody uses, at the end. */
    public TopicCatalogue keeping(TopicCatalogue earlier, Set<String> used) {
        List<Topic> kept = earlier.topics().stream()
                .filter(topic -> used.contains(topic.key()) && find(topic.key()).isEmpty())
                .toList();
        return kept.isEmpty()
                ? this
                : new TopicCatalogue(
                        version, Stream.concat(topics.stream(), kept.stream()).toList());
    }

    /** The topic with this key. */
    public Optional<Topic> find(String key) {
        return topics.stream().filter(topic -> topic.key().equals(key)).findFirst();
    }

    /** The topic that a county's own name probably means; empty where none is likely, or two are equally. */
    public Optional<Topic> propose(String name) {
        double best = topics.stream()
                .mapToDouble(topic -> likeness(topic, name))
                .max()
                .orElse(0);
        List<Topic> likely = topics.stream()
                .filter(topic -> best >= Likeness.PROBABLE && likeness(topic, name) == best)
                .toList();
        return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
    }

    private static double likeness(Topic topic, String name) {
        return Stream.concat(Stream.of(topic.name()), topic.spellings().stream())
                .mapToDouble(spelling -> Likeness.of(spelling, name))
                .max()
                .orElse(0);
    }

    private static String text(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key).toString();
    }
}
