package de.kreiskonzept.admin.operator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in to the console.
 *
 * @param email in lower case; unique
 * @param passwordHash null when nobody may sign in with it: suspended, or no password chosen yet
 */
record Account(
        UUID id,
        String email,
        String name,
        String role,
        @Nullable String passwordHash) {}
