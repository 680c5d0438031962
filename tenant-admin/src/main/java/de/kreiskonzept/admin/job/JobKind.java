package de.kreiskonzept.admin.job;

import java.util.Locale;

/** What a job does. */
public enum JobKind {
    /** A workspace is built. */
    PROVISIONING,
    /** All workspaces are brought to the version of the program. */
    MIGRATION,
    /** All workspaces are held against their expected shape. */
    EXAMINATION,
    /** The data of a county are removed. */
    DELETION,
    /** A schema is filled out of a file, for an import or to bring a county back to an earlier moment. */
    FILLING,
    /** A schema that no county uses any more is removed. */
    CLEARING,
    /** A county moves to another database. */
    MOVE;

    /** Text for programs: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word. */
    public String wordKey() {
        return "job.kind." + text();
    }
}
