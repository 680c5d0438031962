package de.kreiskonzept.model.onboarding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a question is. */
public enum QuestionState {
    /** Nobody has looked at it. */
    UNOPENED,
    /** Somebody has looked at it and decided nothing. */
    UNDECIDED,
    /** It is put off. */
    NOT_YET,
    /** It is being settled with others. */
    IN_CLARIFICATION,
    /** It is settled. */
    DECIDED,
    /** It does not concern this county, and somebody said why. */
    NOT_APPLICABLE;

    /** Whether nothing is left to do. */
    public boolean isDone() {
        return this == DECIDED || this == NOT_APPLICABLE;
    }

    /** Text in database and forms: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "onboarding.state." + text();
    }

    /** The state with exactly this {@link #text()}. */
    public static Optional<QuestionState> find(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst();
    }
}
