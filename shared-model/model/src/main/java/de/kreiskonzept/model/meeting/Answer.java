package de.kreiskonzept.model.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody says to an invitation. */
public enum Answer {
    /** Nothing yet. */
    NONE,
    /** Comes. */
    ACCEPTED,
    /** Does not come. */
    DECLINED;

    /** The answer with this text. */
    public static Optional<Answer> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /** Key of the German word for it. */
    public String wordKey() {
        return "attendance.answer." + text();
    }

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
