package de.kreiskonzept.platform.publication;

import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that anybody may see of a county.
 *
 * @param release that holds; null where no Stand was released yet, and the book then too
 * @param book the released Stand with the texts of its release
 * @param concept the latest published version; null where none is
 * @param bodies names of organisations by the words that measures call them; whoever is not known as an organisation is not named
 */
public record Shown(
        Settings settings,
        @Nullable Release release,
        @Nullable Book book,
        @Nullable ConceptTree concept,
        Map<String, String> bodies) {
    /** The organisations of a line; whoever is not known as one is left out. */
    public List<String> organisations(String line) {
        return BodyList.of(line).bodies().stream()
                .flatMap(body -> Stream.ofNullable(bodies.get(body.words())))
                .distinct()
                .toList();
    }

    /** Whether there is anything to see. */
    public boolean isEmpty() {
        return book == null && concept == null;
    }
}
