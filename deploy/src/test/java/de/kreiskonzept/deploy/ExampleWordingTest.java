package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The example counties take figures from the documents of the counties, never their words. */
class ExampleWordingTest {
    private static final Path EXAMPLES = Path.of("src", "main", "resources", "example");
    private static final int SAME_WORDS = 6;
    /** Names that cannot be said in other words. */
    private static final List<String> NAMES =
            List.of("weniger für mehr", "amt für migration und integration", "landkreis konstanz");

    @ParameterizedTest
    @ValueSource(strings = {"konstanz.yml", "boeblingen.yml", "counties.yml"})
    void sharesNoSixWordsInARowWithTheDocuments(String file) throws IOException {
        var sources = CountyDocuments.folder();
        assumeTrue(sources.isPresent(), "The documents of the counties are not beside the checkout: not compared.");
        Set<List<String>> theirs = new HashSet<>();
        try (Stream<Path> documents = Files.list(sources.get())) {
            documents.forEach(document -> theirs.addAll(rows(read(document)).toList()));
        }
        Object ours = new Yaml(new SafeConstructor(new LoaderOptions())).load(read(EXAMPLES.resolve(file)));

        assertThat(theirs).hasSizeGreaterThan(1000);
        assertThat(texts(ours).flatMap(ExampleWordingTest::rows)).doesNotContainAnyElementsOf(theirs);
    }

    private static Stream<String> texts(Object node) {
        return switch (node) {
            case Map<?, ?> map -> map.values().stream().flatMap(ExampleWordingTest::texts);
            case Collection<?> list -> list.stream().flatMap(ExampleWordingTest::texts);
            case String text -> Stream.of(text);
            default -> Stream.empty();
        };
    }

    /** Every six words that follow one another, without names, case, punctuation and hyphens at the end of a line. */
    private static Stream<List<String>> rows(String text) {
        String plain =
                text.replaceAll("-\\s*\\n\\s*", "").toLowerCase(Locale.GERMAN).replaceAll("[^\\p{L}\\p{N}]+", " ");
        for (String name : NAMES) {
            plain = plain.replace(name, "\n");
        }
        return plain.lines().flatMap(part -> {
            List<String> words = List.of(part.strip().split(" "));
            return IntStream.rangeClosed(0, words.size() - SAME_WORDS)
                    .mapToObj(at -> words.subList(at, at + SAME_WORDS));
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
