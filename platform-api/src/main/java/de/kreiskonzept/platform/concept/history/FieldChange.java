package de.kreiskonzept.platform.concept.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line in the history of a part of the concept.
 *
 * @param field name of the field; empty unless the line is about one
 * @param before old text, maybe empty
 * @param after new text, maybe empty
 * @param version row version of the part since this change
 * @param accountId who did it, an account or the visit of somebody of the provider; null where nobody acted, such as a first import by the
 *     program
 * @param name of that account today, or both names of a visit; null where the account is erased or nobody acted
 */
public record FieldChange(
        UUID id,
        What what,
        String field,
        String before,
        String after,
        long version,
        Instant changedAt,
        @Nullable UUID accountId,
        @Nullable String name) {
    /** What was done. */
    public enum What {
        /** The part is there from now on. */
        CREATED,
        /** A field has another text. */
        CHANGED,
        /** The part lies in the bin. */
        DELETED,
        /** The part is back from the bin. */
        RESTORED;

        /** The word in the database, in keys of messages and in JSON. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What a history is about.
     *
     * @param kind version, section, goal, measure, text, retrospect, indicator or figure
     */
    public record Subject(String kind, UUID id) {}

    /** Old against new, word by word. */
    public List<Wording.Piece> wording() {
        return Wording.compare(before, after);
    }
}
