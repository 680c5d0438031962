package de.kreiskonzept.model.committee;

import java.util.Set;
import java.util.UUID;

/**
 * What somebody may read of that which committees deal with in private (Einsicht).
 *
 * @param everything whether nothing is kept from the reader
 * @param committees in which the reader holds a seat, or stands in, today
 * @param chaired those of them that the reader leads; what is being prepared there is no secret either
 */
public record Insight(boolean everything, Set<UUID> committees, Set<UUID> chaired) {
    /** Of whoever prepares everything. */
    public static final Insight EVERYTHING = new Insight(true, Set.of(), Set.of());

    /** Of whoever reads only what is public. */
    public static final Insight PUBLIC = new Insight(false, Set.of(), Set.of());

    /** @throws IllegalArgumentException if somebody leads a committee without a seat in it */
    public Insight {
        committees = Set.copyOf(committees);
        chaired = Set.copyOf(chaired);
        if (!committees.containsAll(chaired)) {
            throw new IllegalArgumentException("chaired: goes with a seat");
        }
    }

    /** Whether the reader may read what this committee deals with in private. */
    public boolean reads(UUID committee) {
        return everything || committees.contains(committee);
    }

    /** Whether the reader may read what is still being prepared for this committee. */
    public boolean prepares(UUID committee) {
        return everything || chaired.contains(committee);
    }
}
