package de.kreiskonzept.foundation.route;

import java.util.Set;

/** Which requests only read (RFC 9110, 9.2.1). */
public final class Reading {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private Reading() {}

    /** Says whether a method of HTTP changes nothing; its name is in capitals. */
    public static boolean is(String method) {
        return METHODS.contains(method);
    }
}
