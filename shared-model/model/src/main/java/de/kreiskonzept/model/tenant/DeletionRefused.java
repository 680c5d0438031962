package de.kreiskonzept.model.tenant;

import java.util.Locale;

/** A step of a deletion cannot be done as it was asked for. */
public final class DeletionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What stands in the way. */
    public enum Why {
        /** The county has not said whether it takes its data along. */
        EXPORT_OPEN,
        /** An archive that takes the records over needs the file, and nobody has it. */
        EXPORT_NEEDED,
        /** A day lies in the future. */
        FUTURE,
        /** The waiting time is not over. */
        WAITING,
        /** Data are being removed, or everything is gone or was called off. */
        OVER;

        /** The name in lower case, such as {@code export_open}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    DeletionRefused(Why why) {
        super("The deletion does not allow it: " + why.text());
        this.why = why;
    }

    /** What stands in the way. */
    public Why why() {
        return why;
    }
}
