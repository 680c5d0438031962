package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.model.tenant.TenantState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the provider can do about a workspace; page, REST and command line offer the same. */
public enum TenantAction {
    /** Shut it for a time. */
    SUSPEND,
    /** Open what was shut again, in the state it had before. */
    RESUME,
    /** Let its people read only. */
    CLOSE,
    /** Let its people write again. */
    REOPEN,
    /** End its use; its content is kept. */
    ARCHIVE,
    /** Let its people read again what was archived. */
    UNARCHIVE,
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
            case CLOSE -> state == TenantState.ACTIVE;
            case REOPEN -> state == TenantState.READ_ONLY;
            case ARCHIVE -> state.next().contains(TenantState.ARCHIVED);
            case UNARCHIVE -> state == TenantState.ARCHIVED;
            case RETRY -> state == TenantState.FAILED;
            case INVITE -> state.writable();
        };
    }

    /** Whether it is a change of state that an operator gives a reason for. */
    public boolean changesState() {
        return this != RETRY && this != INVITE;
    }

    /** Text in JSON and forms: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
