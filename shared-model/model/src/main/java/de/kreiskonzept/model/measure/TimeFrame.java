package de.kreiskonzept.model.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a measure runs, as exactly as the concept says it. */
public sealed interface TimeFrame {
    /** The concept says nothing. */
    record Unstated() implements TimeFrame {}

    /** Not decided yet ("offen"). */
    record Open() implements TimeFrame {}

    /** Goes on without end ("laufend"). */
    record Ongoing() implements TimeFrame {}

    /**
     * From a moment, until one, or both; the same twice for "2026".
     *
     * @param from null where only the end is known
     * @param until null where it begins and no end is known
     */
    record Span(@Nullable Moment from, @Nullable Moment until) implements TimeFrame {
        /** @throws IllegalArgumentException if both are missing or it ends before it begins */
        public Span {
            if (from == null && until == null) {
                throw new IllegalArgumentException("a time frame has a beginning or an end");
            }
            if (from != null && until != null && until.end().isBefore(from.start())) {
                throw new IllegalArgumentException("ends before it begins");
            }
        }
    }

    /**
     * Words that name no date, kept as they are.
     *
     * @param words not blank
     */
    record InWords(String words) implements TimeFrame {}

    /** Reads German words such as "ab 2026", "laufend", "03/2026" or "bis Ende 2027"; never fails. */
    static TimeFrame of(String text) {
        return TimeFrameText.read(text);
    }

    /** The words that {@link #of} reads back as the same time frame; empty where nothing is said. */
    default String text() {
        return TimeFrameText.print(this);
    }

    /** First day, null where it is not known. */
    default @Nullable LocalDate begins() {
        return this instanceof Span span && span.from() != null ? span.from().start() : null;
    }

    /** Last day, null where it is not known or there is none. */
    default @Nullable LocalDate ends() {
        return this instanceof Span span && span.until() != null ? span.until().end() : null;
    }
}
