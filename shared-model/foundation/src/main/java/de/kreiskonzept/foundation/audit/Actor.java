package de.kreiskonzept.foundation.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param id account of registry or workspace, or visit of the provider; null where a job or the command line acts
 * @param name of the account's holder, or what acts instead; not blank, at most {@value #LONGEST_NAME} characters
 */
public record Actor(@Nullable UUID id, String name) {
    private static final int LONGEST_NAME = 200;

    /** @throws IllegalArgumentException if the name is blank or too long */
    public Actor {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("An actor needs a name of 1 to " + LONGEST_NAME + " characters");
        }
    }

    /** Something that acts without an account, for example "Kommandozeile". */
    public static Actor without(String name) {
        return new Actor(null, name);
    }
}
