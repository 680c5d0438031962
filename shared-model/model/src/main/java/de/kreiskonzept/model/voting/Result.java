package de.kreiskonzept.model.voting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a committee did with a paper, as minutes and OParl 1.1 (consultation, agenda item) have it. */
public enum Result {
    /** Nothing yet. */
    NONE,
    /** As proposed; how many were for it is not said. */
    APPROVED,
    /** As proposed with changes. */
    AMENDED,
    /** As proposed with no vote against; abstentions are possible. */
    UNANIMOUS,
    /** As proposed with votes against. */
    MAJORITY,
    /** Not as proposed. */
    REJECTED,
    /** Put off to another meeting; nothing is approved. */
    POSTPONED,
    /** Taken note of; there was nothing to decide. */
    NOTED,
    /** Taken back by whoever brought it in. */
    WITHDRAWN;

    /** Whether what was proposed holds now. */
    public boolean approves() {
        return switch (this) {
            case APPROVED, AMENDED, UNANIMOUS, MAJORITY -> true;
            case NONE, REJECTED, POSTPONED, NOTED, WITHDRAWN -> false;
        };
    }

    /** Whether this committee has still to deal with the paper. */
    public boolean isOpen() {
        return this == NONE || this == POSTPONED;
    }

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "voting.result." + text();
    }

    /** Finds the value with exactly this {@link #text()}. */
    public static Optional<Result> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
