package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.model.lineage.Change;
import de.kreiskonzept.model.lineage.Part;
import de.kreiskonzept.platform.concept.history.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How changes are told. */
public final class Changes {
    private Changes() {}

    /** The word for a change in keys of messages and in JSON. */
    public static String word(Change change) {
        return switch (change) {
            case Change.Unchanged _ -> "unchanged";
            case Change.Renamed _ -> "renamed";
            case Change.Merged _ -> "merged";
            case Change.Split _ -> "split";
            case Change.Rearranged _ -> "rearranged";
            case Change.Dropped _ -> "dropped";
            case Change.Added _ -> "added";
        };
    }

    /** The changes that are any. */
    public static List<Change> real(List<Change> changes) {
        return changes.stream()
                .filter(change -> !(change instanceof Change.Unchanged))
                .toList();
    }

    /** The words of a change, old against new. */
    public static List<Wording.Piece> wording(Change change) {
        return Wording.compare(text(change.before()), text(change.after()));
    }

    /** What the parts are called, old and new; once where that is the same. */
    public static String headings(Change change) {
        return Stream.of(change.before(), change.after())
                .map(parts -> parts.stream().map(Part::heading).collect(Collectors.joining(", ")))
                .filter(heading -> !heading.isEmpty())
                .distinct()
                .collect(Collectors.joining(" → "));
    }

    private static String text(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
    }
}
