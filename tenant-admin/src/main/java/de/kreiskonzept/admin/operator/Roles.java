package de.kreiskonzept.admin.operator;

import java.util.List;

/** Roles of the provider's accounts. */
public final class Roles {
    /** Decides on sign-ups and leads workspaces through their life. */
    public static final String OPERATOR = "operator";

    /** Sees the registry, changes nothing. */
    public static final String SUPPORT = "support";

    private Roles() {}

    /** Lists all roles, the most powerful first. */
    public static List<String> list() {
        return List.of(OPERATOR, SUPPORT);
    }
}
