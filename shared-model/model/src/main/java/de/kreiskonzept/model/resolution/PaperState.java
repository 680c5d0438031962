package de.kreiskonzept.model.resolution;

import de.kreiskonzept.model.voting.ConsultationChain;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a paper has come. */
public enum PaperState {
    /** Being written; nobody but the lead sees it. */
    DRAFT,
    /** Sent; no committee has dealt with it. */
    SUBMITTED,
    /** At least one committee has, and others have still to. */
    UNDER_WAY,
    /** Put off. */
    POSTPONED,
    /** What it proposes holds. */
    APPROVED,
    /** What it proposes does not hold. */
    REJECTED,
    /** Taken note of. */
    NOTED,
    /** Taken back. */
    WITHDRAWN;

    /** The state of a paper that was sent and has come this far. */
    public static PaperState of(ConsultationChain chain) {
        return switch (chain.state()) {
            case SUBMITTED -> SUBMITTED;
            case UNDER_WAY -> UNDER_WAY;
            case POSTPONED -> POSTPONED;
            case APPROVED -> APPROVED;
            case REJECTED -> REJECTED;
            case NOTED -> NOTED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "resolution.state." + text();
    }

    /** Finds the value with exactly this {@link #text()}. */
    public static Optional<PaperState> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    /** Whether no committee will deal with it any more. */
    public boolean isFinal() {
        return switch (this) {
            case APPROVED, REJECTED, NOTED, WITHDRAWN -> true;
            case DRAFT, SUBMITTED, UNDER_WAY, POSTPONED -> false;
        };
    }
}
