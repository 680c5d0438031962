package de.kreiskonzept.model.participation;

import java.util.Locale;

/** Who holds a link to a draft. */
public enum InviteeKind {
    /** One person, who gets the link by mail. */
    PERSON,
    /** Many people who share a link that the lead hands on. */
    NETWORK;

    /** Most contributions that one link may send in an hour. */
    public int mostInAnHour() {
        return this == PERSON ? 60 : 200;
    }

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "commenting.invitee." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static InviteeKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
