package de.kreiskonzept.platform.importing.file;

/**
 * What a file says, ready to be kept.
 *
 * @param content text, or tables as {@link de.kreiskonzept.model.importing.table.TableText}
 */
public record Source(Form form, String content) {
    /** Shape of what a file says. */
    public enum Form {
        /** Lines. */
        TEXT,
        /** Lines on pages, which form feeds part. */
        PAGES,
        /** Tables. */
        TABLE
    }
}
