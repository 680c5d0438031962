package de.kreiskonzept.model.tenant;

import java.util.List;
import java.util.Optional;

/**
 * How full a data source is.
 *
 * @param dataSource its name
 * @param counties whose workspace stands there, or is to be built or brought there
 * @param capacity counties that are put there at most; may be below the number of those that stand there
 */
public record Occupancy(String dataSource, int counties, int capacity) {
    /** @throws IllegalArgumentException for a number below 0 */
    public Occupancy {
        if (counties < 0 || capacity < 0) {
            throw new IllegalArgumentException("Numbers of counties begin at 0");
        }
    }

    /** How many counties more may be put there, from 0. */
    public int free() {
        return Math.max(0, capacity - counties);
    }

    /** The data source with most room, the first one where several have as much; empty where all are full. */
    public static Optional<Occupancy> roomiest(List<Occupancy> all) {
        return all.stream()
                .filter(each -> each.free() > 0)
                .reduce((one, other) -> other.free() > one.free() ? other : one);
    }
}
