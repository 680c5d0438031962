package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TrafficLight;
import java.util.Locale;

/**
 * How the lights of several measures become one colour. What does not count is left out, grey is never taken for red, and nothing of
 * nothing stays grey. A measure that gets better never makes the colour worse.
 *
 * @param green share of green in what is assessed from which the colour is green, 1 to 100 per cent; for {@link Kind#SHARE} only
 * @param red likewise for red
 * @param assessed share of what counts that must be assessed, else the colour is grey, 0 to 100 per cent
 */
public record AggregateRule(Kind kind, int green, int red, int assessed) {
    /** What holds until a county chooses something else. */
    public static final AggregateRule USUAL = new AggregateRule(Kind.MAJORITY, 75, 50, 50);

    private static final int WHOLE = 100;

    /** What decides. */
    public enum Kind {
        /** The worst light. */
        WORST,
        /** What more than half of the measures have; yellow where neither green nor red has it. */
        MAJORITY,
        /** Whether the shares of green and of red reach their thresholds; yellow between them. */
        SHARE;

        /** Text in database, JSON and forms: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word in the message files. */
        public String wordKey() {
            return "aggregate.rule." + text();
        }

        /**
         * The value with exactly this {@link #text()}.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** @throws IllegalArgumentException if a share is none */
    public AggregateRule {
        if (!isShare(green, 1) || !isShare(red, 1) || !isShare(assessed, 0)) {
            throw new IllegalArgumentException("a share is a whole per cent");
        }
    }

    private static boolean isShare(int percent, int least) {
        return least <= percent && percent <= WHOLE;
    }

    /** The colour of these measures together. */
    public TrafficLight of(Tally tally) {
        if (tally.assessed() == 0 || !reaches(tally.assessed(), tally.counted(), assessed)) {
            return TrafficLight.GREY;
        }
        return switch (kind) {
            case WORST -> worst(tally);
            case MAJORITY -> colour(2L * tally.green() > tally.assessed(), 2L * tally.red() > tally.assessed());
            case SHARE ->
                colour(reaches(tally.green(), tally.assessed(), green), reaches(tally.red(), tally.assessed(), red));
        };
    }

    private static TrafficLight worst(Tally tally) {
        if (tally.red() > 0) {
            return TrafficLight.RED;
        }
        return tally.yellow() > 0 ? TrafficLight.YELLOW : TrafficLight.GREEN;
    }

    private static TrafficLight colour(boolean green, boolean red) {
        if (green) {
            return TrafficLight.GREEN;
        }
        return red ? TrafficLight.RED : TrafficLight.YELLOW;
    }

    // Whole numbers only: a rounded per cent would turn 49.6 into half.
    private static boolean reaches(int part, int whole, int percent) {
        return (long) part * WHOLE >= (long) percent * whole;
    }
}
