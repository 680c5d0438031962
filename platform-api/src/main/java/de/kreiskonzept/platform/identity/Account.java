package de.kreiskonzept.platform.identity;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in to a county.
 *
 * @param email in lower case; unique in the county
 * @param role one of {@link Roles}
 * @param passwordHash null until the invitation is accepted
 * @param version counts the changes; the entity tag of the interface
 */
record Account(
        UUID id,
        String email,
        String name,
        String role,
        @Nullable String passwordHash,
        State state,
        long version) {

    /** What an account can be. */
    enum State {
        INVITED,
        ACTIVE,
        SUSPENDED;

        /** Returns the name in the database and in JSON. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Says whether the county would lose somebody who can manage its accounts without this one. */
    boolean isActiveAdmin() {
        return isActive() && role.equals(Roles.ADMIN);
    }
}
