package de.kreiskonzept.model.meeting;

import java.util.Locale;

/** Why a meeting cannot go on to another state yet. */
public enum Hindrance {
    /** The state before it is another one. */
    STATE,
    /** The agenda is empty. */
    NO_ITEMS,
    /** Nobody knows where it is: neither a place nor a link. */
    NO_PLACE,
    /** It has begun already. */
    BEGUN,
    /** It has not begun yet. */
    NOT_BEGUN,
    /** Nobody has said who was there. */
    NO_ATTENDANCE,
    /** The minutes are not approved. */
    NO_MINUTES,
    /** Nobody has said why. */
    NO_REASON;

    /** Key of the German sentence that says what is missing. */
    public String wordKey() {
        return "meeting.hindrance." + name().toLowerCase(Locale.ROOT);
    }
}
