package de.kreiskonzept.platform.identity;

import java.util.List;

/** Role names of a county, as they stand in the database, in JSON and in {@code @Secured}. */
public final class Roles {
    /** Accounts and settings. */
    public static final String ADMIN = "admin";

    /** The integration officer: everything about concept, monitoring, committees and process. */
    public static final String LEAD = "lead";

    /** Works on assigned fields or measures. */
    public static final String EDITOR = "editor";

    /** Reads the papers of the own committees. */
    public static final String MEMBER = "member";

    /** Reads. */
    public static final String READER = "reader";

    private Roles() {}

    /** Lists all roles, the most powerful first. */
    public static List<String> list() {
        return List.of(ADMIN, LEAD, EDITOR, MEMBER, READER);
    }
}
