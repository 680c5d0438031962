package de.kreiskonzept.model.participation;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a draft that something is said to; no id is set for the draft as a whole, or where that part is gone.
 *
 * @param words what the part was called then; empty for the draft as a whole
 */
public record Place(
        @Nullable UUID chapterId,
        @Nullable UUID sectionId,
        @Nullable UUID goalId,
        String words) {
    /** The draft as a whole. */
    public static final Place WHOLE = new Place(null, null, null, "");

    /** @throws IllegalArgumentException if more than one part is named */
    public Place {
        if (Stream.of(chapterId, sectionId, goalId).filter(Objects::nonNull).count() > 1) {
            throw new IllegalArgumentException("place: names more than one part");
        }
    }

    /** A chapter. */
    public static Place chapter(UUID id, String words) {
        return new Place(id, null, null, words);
    }

    /** A section. */
    public static Place section(UUID id, String words) {
        return new Place(null, id, null, words);
    }

    /** A goal. */
    public static Place goal(UUID id, String words) {
        return new Place(null, null, id, words);
    }

    /** The id of the part; null for the draft as a whole. */
    public @Nullable UUID id() {
        return Stream.of(chapterId, sectionId, goalId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
