package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TrafficLight;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of a measure between two Stände. */
public enum Movement {
    /** Its light is better: red, yellow, green. */
    IMPROVED,
    /** Its light is the same. */
    SAME,
    /** Its light is worse. */
    WORSE,
    /** It was not assessed before and is now. */
    ASSESSED,
    /** It was assessed before and is not any more. */
    UNASSESSED,
    /** It lives on from several measures; what they were is not one light. */
    MERGED,
    /** It was not there before. */
    NEW,
    /** It is not there any more and lives on in no other. */
    DROPPED;

    /** The value with exactly this {@link #text()}; empty where there is none. */
    public static Optional<Movement> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    /**
     * What became of a measure that is there now.
     *
     * @param before lights of the measures it lives on from; empty where it is new
     */
    public static Movement of(List<TrafficLight> before, TrafficLight after) {
        if (before.isEmpty()) {
            return NEW;
        }
        if (before.size() > 1) {
            return MERGED;
        }
        TrafficLight then = before.getFirst();
        if (then == after) {
            return SAME;
        }
        if (then == TrafficLight.GREY) {
            return ASSESSED;
        }
        if (after == TrafficLight.GREY) {
            return UNASSESSED;
        }
        return rank(after) > rank(then) ? IMPROVED : WORSE;
    }

    /**
     * What became of a section or goal that is there now, by the share of green in what counts, then by the share that is not red.
     *
     * @param before tallies of those it lives on from; empty where it is new
     */
    public static Movement ofShares(List<Tally> before, Tally after) {
        if (before.isEmpty()) {
            return NEW;
        }
        if (before.size() > 1) {
            return MERGED;
        }
        Tally then = before.getFirst();
        if (then.assessed() == 0 || after.assessed() == 0) {
            return then.assessed() == after.assessed() ? SAME : then.assessed() == 0 ? ASSESSED : UNASSESSED;
        }
        int green = Long.compare((long) after.green() * then.counted(), (long) then.green() * after.counted());
        int red = Long.compare((long) then.red() * after.counted(), (long) after.red() * then.counted());
        int better = green == 0 ? red : green;
        return better == 0 ? SAME : better > 0 ? IMPROVED : WORSE;
    }

    private static int rank(TrafficLight light) {
        return switch (light) {
            case GREEN -> 3;
            case YELLOW -> 2;
            case RED -> 1;
            case GREY -> 0;
        };
    }

    /** Text in addresses: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "stand.movement." + text();
    }
}
