package de.kreiskonzept.model.voting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How many members have to be present so that a committee can decide (Beschlussfähigkeit). */
public enum Quorum {
    /** Nobody has to count. */
    NONE,
    /** Half of the members or more (LKrO BW § 32 (2)). */
    HALF,
    /** More than half of the members. */
    MORE_THAN_HALF;

    /**
     * Whether enough members are present.
     *
     * @param present members who may vote and are there, null where unknown
     * @param members who may vote; empty where unknown
     * @return empty where it cannot be said
     */
    public Optional<Boolean> isMet(@Nullable Integer present, OptionalInt members) {
        if (this == NONE) {
            return Optional.of(true);
        }
        if (present == null || members.isEmpty()) {
            return Optional.empty();
        }
        long twice = 2L * present;
        return Optional.of(present > 0 && (this == HALF ? twice >= members.getAsInt() : twice > members.getAsInt()));
    }

    /** The quorum with this text. */
    public static Optional<Quorum> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /** Key of the German word for it. */
    public String wordKey() {
        return "committee.quorum." + text();
    }

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
