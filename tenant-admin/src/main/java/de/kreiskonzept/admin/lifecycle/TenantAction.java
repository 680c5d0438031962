package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.model.tenant.TenantState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the provider can do about a workspace; page, REST and command line offer the same. */
public enum TenantAction {
    /** Close it for a time. */
    SUSPEND,
    /** Open it again, in the state it had before. */
    RESUME,
    /** Go on with a building that has failed. */
    RETRY,
    /** Invite its first administrator once more; whether that person has a password already is only seen then. */
    INVITE;

    /** What can be done in this state; nothing for many. */
    public static List<TenantAction> of(TenantState state) {
        return Arrays.stream(values()).filter(action -> action.fits(state)).toList();
    }

    private boolean fits(TenantState state) {
        return switch (this) {
            case SUSPEND -> state.next().contains(TenantState.SUSPENDED);
            case RESUME -> state == TenantState.SUSPENDED;
            case RETRY -> state == TenantState.FAILED;
            case INVITE -> state.writable();
        };
    }

    /** Text in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
