package de.kreiskonzept.model.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether somebody was at a meeting. */
public enum Attendance {
    /** Nobody has noted it. */
    UNKNOWN,
    /** Was there. */
    PRESENT,
    /** Was not there and has said so before. */
    EXCUSED,
    /** Was not there. */
    ABSENT;

    /** The attendance with this text. */
    public static Optional<Attendance> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /** Key of the German word for it. */
    public String wordKey() {
        return "attendance.state." + text();
    }

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
