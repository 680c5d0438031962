package de.kreiskonzept.model.committee;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody comes to a seat. */
public enum Appointment {
    /** Named by the organisation or group that the seat is for, or nobody has said how. */
    NAMED,
    /** Elected. */
    ELECTED,
    /** Appointed. */
    APPOINTED,
    /** Sent by another committee, to which the person belongs. */
    DELEGATED,
    /** Holds the seat because of an office. */
    BY_OFFICE;

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "committee.appointment." + text();
    }

    /** The value with exactly this {@link #text()}. */
    public static Optional<Appointment> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
}
