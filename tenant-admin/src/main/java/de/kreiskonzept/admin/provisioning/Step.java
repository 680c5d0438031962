package de.kreiskonzept.admin.provisioning;

import java.util.Locale;

/** The steps that build a workspace, in their order; each may be done again without harm. */
public enum Step {
    /** The role of the county in the database. */
    ROLE,
    /** The schema with all its tables. */
    SCHEMA,
    /** What the role may do with each table. */
    GRANTS,
    /** The account of the first administrator. */
    SEED,
    /** The invitation, and the row by which the platform sees the workspace. */
    ACTIVATION;

    /** Text in the database: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word. */
    public String wordKey() {
        return "provisioning.step." + text();
    }
}
