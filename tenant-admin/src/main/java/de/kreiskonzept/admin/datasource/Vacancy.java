package de.kreiskonzept.admin.datasource;

/** Whether a data source can take a county now. */
public enum Vacancy {
    /** It is ready, and has room. */
    FREE,
    /** As many counties as it takes stand there, or are to be built or brought there. */
    FULL,
    /** It lacks something, or does not answer; {@link Inspection} says what. */
    NOT_READY,
    /** The settings do not name it. */
    MISSING
}
