package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.route.Reading;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.security.rules.SecurityRule;
import java.util.Set;

/**
 * What a visitor may call: the one place that says so. Reading: what an editor reads and what everybody reads. Writing, where the admin has
 * said so: what an editor changes. Never what belongs to an account.
 */
final class VisitorRights {
    private VisitorRights() {}

    /**
     * A route as its annotations describe it.
     *
     * @param method of HTTP, in capitals
     * @param roles what it names in {@code @Secured}
     * @param ofOwnAccount whether it is about the account of whoever calls
     * @param open whether visitors come and go by it
     */
    record Route(String method, Set<String> roles, boolean ofOwnAccount, boolean open) {
        private boolean isReading() {
            return Reading.is(method);
        }
    }

    /** Whether a visitor may call the route. */
    static boolean mayCall(Route route, boolean writing) {
        if (route.open()) {
            return true;
        }
        if (route.ofOwnAccount()) {
            return false;
        }
        return route.isReading()
                ? isForEditors(route) || route.roles().contains(SecurityRule.IS_ANONYMOUS)
                : writing && route.roles().contains(Roles.EDITOR);
    }

    private static boolean isForEditors(Route route) {
        return route.roles().contains(Roles.EDITOR) || route.roles().contains(SecurityRule.IS_AUTHENTICATED);
    }
}
