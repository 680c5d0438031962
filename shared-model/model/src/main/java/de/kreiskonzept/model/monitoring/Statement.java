package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.ReasonClass;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the data of a Stand say, before it is worded.
 *
 * @param number of measures it is about
 * @param tally of the part; empty where the statement needs none
 * @param goals of the part; 0 where the statement needs none
 * @param reason only of {@link Kind#NOT_PURSUED}, null where no reason is known
 * @param named the measures one by one; none where the number alone is said
 */
public record Statement(
        Kind kind,
        int number,
        Tally tally,
        int goals,
        @Nullable ReasonClass reason,
        List<MeasureFact> named) {
    /** Keeps the measures as they are. */
    public Statement {
        named = List.copyOf(named);
    }

    /** What is said. */
    public enum Kind {
        /** How many goals and measures there are. */
        SIZE,
        /** How many count, and with which light. */
        COUNTED,
        /** The share of green in what counts. */
        SHARE,
        /** Nothing counts, so there is no share. */
        NOTHING_COUNTED,
        /** How many do not count. */
        NOT_COUNTED,
        /** There is no Stand before. */
        FIRST,
        /** Green since the Stand before. */
        TURNED_GREEN,
        /** Yellow since the Stand before and not assessed or red then. */
        STARTED,
        /** Yellow since the Stand before and green then. */
        FELL_BACK,
        /** Red since the Stand before. */
        TURNED_RED,
        /** Not assessed any more. */
        UNASSESSED,
        /** Lives on from several. */
        MERGED,
        /** Not there before. */
        NEW,
        /** Not there any more. */
        DROPPED,
        /** No light is another one than before. */
        UNCHANGED,
        /** What is done, measure by measure. */
        HIGHLIGHT,
        /** Red, for one reason. */
        NOT_PURSUED,
        /** Nothing that counts is red. */
        NOTHING_RED,
        /** Nothing that counts is assessed. */
        NOTHING_ASSESSED
    }

    static Statement plain(Kind kind) {
        return number(kind, 0);
    }

    static Statement number(Kind kind, int number) {
        return new Statement(kind, number, Tally.EMPTY, 0, null, List.of());
    }

    /** Key of the sentence in the message files. */
    public String wordKey() {
        String key = "narrative.say." + kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.NOT_PURSUED ? key + "." + (reason == null ? "unknown" : reason.text()) : key;
    }
}
