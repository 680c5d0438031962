package de.kreiskonzept.platform.search;

import de.kreiskonzept.model.concept.ConceptVersion;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param sectionId section it stands in; its own id for a section; null for a text of the version as a whole
 * @param trail names of the sections above it, the top one first; without itself
 * @param number as displayed; may be empty
 * @param title what it is called, with the hits marked; the wording of a goal or measure
 * @param excerpt part of its further text around the first hit, with the hits marked; empty where it has none
 */
public record SearchHit(
        HitKind kind,
        UUID id,
        ConceptVersion version,
        @Nullable UUID sectionId,
        List<String> trail,
        String number,
        Marked title,
        Marked excerpt) {
    /** The words of title and excerpt that were hit, as they stand there, each once. */
    public List<String> words() {
        return Stream.concat(title.parts().stream(), excerpt.parts().stream())
                .filter(Marked.Part::hit)
                .map(Marked.Part::text)
                .distinct()
                .toList();
    }

    /** The address of the place where it stands, below that of the concept's pages. */
    public String path() {
        String section = sectionId == null ? "?version=" + version.id() : "/abschnitte/" + sectionId;
        return switch (kind) {
            case SECTION, TEXT -> section;
            case GOAL -> section + "#ziel-" + id;
            case MEASURE -> "/massnahmen/" + id;
            case INDICATOR -> "/indikatoren/" + id;
            case FIGURE -> "/zahlen?version=" + version.id() + "#zahl-" + id;
        };
    }
}
