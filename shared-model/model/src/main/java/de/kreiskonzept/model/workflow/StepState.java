package de.kreiskonzept.model.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a step of a process is. */
public enum StepState {
    /** Not begun. */
    PLANNED,
    /** Begun. */
    UNDER_WAY,
    /** Finished. */
    DONE,
    /** Will not be taken. */
    DROPPED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == PLANNED || this == UNDER_WAY;
    }

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "workflow.state." + text();
    }

    /** Finds the value with exactly this {@link #text()}. */
    public static Optional<StepState> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
