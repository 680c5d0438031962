package de.kreiskonzept.model.tenant;

import java.util.Locale;

/** What comes next in the deletion of a county's data. */
public enum DeletionStage {
    /** The county has not said whether it takes its data along. */
    EXPORT,
    /** No archive was asked yet, or it has not answered. */
    ARCHIVE,
    /** Everything is settled; the waiting time runs. */
    WAITING,
    /** The waiting time is over; nothing is removed yet. */
    DUE,
    /** Is being removed; cannot be stopped. */
    ERASING,
    /** Everything is gone. */
    DONE,
    /** Was called off. */
    CANCELLED;

    /** Whether it can still be called off. */
    public boolean isOpen() {
        return compareTo(ERASING) < 0;
    }

    /** Text in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
