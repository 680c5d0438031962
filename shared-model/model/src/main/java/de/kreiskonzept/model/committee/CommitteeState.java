package de.kreiskonzept.model.committee;

import java.util.Locale;

/** Where a committee is in its life on a day. */
public enum CommitteeState {
    /** Not founded yet. */
    PLANNED,
    /** Founded and not dissolved. */
    ACTIVE,
    /** Not any more. */
    DISSOLVED;

    /** Text in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "committee.state." + text();
    }
}
