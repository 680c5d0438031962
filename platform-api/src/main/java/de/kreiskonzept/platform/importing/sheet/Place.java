package de.kreiskonzept.platform.importing.sheet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree; both are null for the concept itself.
 *
 * @param section that holds what stands there
 * @param goal that holds it; null where it stands in the section itself
 */
record Place(@Nullable UUID section, @Nullable UUID goal) {
    /** The concept itself. */
    static final Place TOP = new Place(null, null);

    /** Id of the node that holds what stands here; empty for the concept. */
    String above() {
        UUID above = goal == null ? section : goal;
        return above == null ? "" : above.toString();
    }
}
