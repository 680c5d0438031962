package de.kreiskonzept.platform.oparl.reference;

import java.util.Locale;

/** What is to be said of an object of a file. */
enum ReferenceNote {
    /** Nothing: it is as a reference needs it. */
    NONE,
    /** Its date cannot be read; it is taken without. */
    DATE,
    /** Its name or number is too long; the beginning of it is taken. */
    LONG,
    /** It is neither a meeting nor a paper. */
    TYPE,
    /** It has no name. */
    NAME,
    /** It has no address (http or https) as its id. */
    ADDRESS,
    /** An object with the same id stands before it. */
    TWICE;

    /** Text in the database: the name in lower case. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the object cannot become a reference. */
    boolean leavesOut() {
        return switch (this) {
            case NONE, DATE, LONG -> false;
            case TYPE, NAME, ADDRESS, TWICE -> true;
        };
    }
}
