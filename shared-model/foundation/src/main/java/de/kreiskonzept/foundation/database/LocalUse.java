package de.kreiskonzept.foundation.database;

import io.micronaut.context.env.Environment;

/**
 * Local use on one machine: {@code deploy/run} and the tests. Its one mark is the Micronaut environment {@code local}; without it a
 * start wants a secret, a mail server and cookies that travel encrypted only.
 */
public final class LocalUse {
    private LocalUse() {}

    /** Says whether the application was started for local use. */
    public static boolean in(Environment environment) {
        return environment.getActiveNames().contains("local");
    }
}
