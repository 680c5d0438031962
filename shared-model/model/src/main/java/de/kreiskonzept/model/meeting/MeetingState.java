package de.kreiskonzept.model.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a meeting is. */
public enum MeetingState {
    /** Has a date; nobody is invited yet. */
    PLANNED,
    /** Members have been invited. */
    INVITED,
    /** Has taken place. */
    HELD,
    /** Has taken place, and its minutes are approved. */
    CLOSED,
    /** Does not take place. */
    CANCELLED;

    /** The state with this text. */
    public static Optional<MeetingState> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /** Whether the meeting is still to come. */
    public boolean isAhead() {
        return this == PLANNED || this == INVITED;
    }

    /** Key of the German word for it. */
    public String wordKey() {
        return "meeting.state." + text();
    }

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
