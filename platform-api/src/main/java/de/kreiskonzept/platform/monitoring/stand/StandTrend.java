package de.kreiskonzept.platform.monitoring.stand;

import de.kreiskonzept.model.monitoring.Movement;
import de.kreiskonzept.model.monitoring.Tally;
import java.util.List;

/**
 * How the whole and each section of the latest Stand did over all Stände.
 *
 * @param lines all of it first, then the top sections of the latest Stand in their order
 */
public record StandTrend(List<Line> lines) {
    /**
     * One part over time.
     *
     * @param id unique in the page
     * @param points those Stände that know the part, the earliest first, at least the latest Stand
     */
    public record Line(String id, String name, List<Point> points) {
        /** The earliest Stand that knows the part. */
        public Point first() {
            return points.getFirst();
        }

        /** The latest Stand. */
        public Point last() {
            return points.getLast();
        }

        /** What became of the share of green between the first and the last Stand. */
        public Movement movement() {
            return points.size() < 2 ? Movement.NEW : Movement.ofShares(List.of(first().tally()), last().tally());
        }
    }

    /** How a part was at a Stand. */
    public record Point(Stand stand, Tally tally) {}
}
