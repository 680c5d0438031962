package de.kreiskonzept.model.chapter;

import de.kreiskonzept.model.directory.Spelling;
import de.kreiskonzept.model.structure.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chapters a version begins with, by the template of its profile; they stand in chapters.yml. */
public final class ChapterTemplates {
    private static final String RESOURCE = "chapters.yml";
    private static final String USUAL = "usual";
    private static final Map<String, List<Entry>> ALL = load();

    private ChapterTemplates() {}

    /** A chapter as a template names it. */
    public record Entry(ChapterKind kind, String title) {}

    /** The chapters of the template that a profile was made from; the usual ones where there are no others. */
    public static List<Entry> of(Profile profile) {
        return ALL.getOrDefault(profile.template(), usual());
    }

    /** What a heading means in the words of any template: as in "3. Vorwort", a number before it does not matter. */
    public static Optional<ChapterKind> meant(String heading) {
        String words = words(heading);
        return ALL.values().stream()
                .flatMap(List::stream)
                .filter(entry -> words(entry.title()).equals(words))
                .map(Entry::kind)
                .findFirst();
    }

    /** The words of a heading without its number. */
    static String words(String heading) {
        return Spelling.words(heading.replaceFirst("^[0-9]{1,2}[.)]?\\s+", ""));
    }

    /** The chapters that are usual. */
    static List<Entry> usual() {
        return Objects.requireNonNull(ALL.get(USUAL), USUAL);
    }

    private static Map<String, List<Entry>> load() {
        try (InputStream in = ChapterTemplates.class.getResourceAsStream(RESOURCE)) {
            Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
            var all = new LinkedHashMap<String, List<Entry>>();
            root.forEach((name, chapters) -> all.put(
                    name.toString(),
                    ((Map<?, ?>) chapters)
                            .entrySet().stream()
                                    .map(entry -> new Entry(
                                            ChapterKind.of(entry.getKey().toString()),
                                            entry.getValue().toString()))
                                    .toList()));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
