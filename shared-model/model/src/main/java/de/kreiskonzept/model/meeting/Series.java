package de.kreiskonzept.model.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days of meetings that come again and again, each counted from the first one, so that the 31st stays the last of the month.
 *
 * @param unit weeks or months
 * @param every 1 for each of them
 * @param until last day on which there may be one; null where {@code times} says it
 * @param times how many there are; null where {@code until} says it
 */
public record Series(
        LocalDate first,
        Unit unit,
        int every,
        @Nullable LocalDate until,
        @Nullable Integer times) {
    /** Most meetings of one series. */
    public static final int MOST = 60;

    /** Widest distance in weeks or months. */
    public static final int WIDEST = 24;

    /** In what a distance is counted. */
    public enum Unit {
        /** Seven days. */
        WEEKS,
        /** The same day of the month, or its last one. */
        MONTHS
    }

    /** @throws IllegalArgumentException if a limit is not kept or nobody knows the end */
    public Series {
        if (every < 1 || every > WIDEST) {
            throw new IllegalArgumentException("every: from 1 to " + WIDEST);
        }
        if (until == null && times == null) {
            throw new IllegalArgumentException("a series has an end");
        }
        if (times != null && (times < 1 || times > MOST)) {
            throw new IllegalArgumentException("times: from 1 to " + MOST);
        }
    }

    /** The days in their order; one more than {@value #MOST} where there would be too many. */
    public List<LocalDate> days() {
        Stream<LocalDate> all =
                IntStream.range(0, times == null ? MOST + 1 : times).mapToObj(this::day);
        return (until == null ? all : all.takeWhile(day -> !day.isAfter(until))).toList();
    }

    private LocalDate day(int number) {
        long distance = (long) number * every;
        return switch (unit) {
            case WEEKS -> first.plusWeeks(distance);
            case MONTHS -> first.plusMonths(distance);
        };
    }
}
