package de.kreiskonzept.model.committee;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a committee is. */
public enum CommitteeKind {
    /** Kreistag. */
    COUNTY_COUNCIL,
    /** Ausschuss of the Kreistag. */
    COUNCIL_COMMITTEE,
    /** Steuerungsgruppe. */
    STEERING_GROUP,
    /** Lenkungsgruppe. */
    GUIDANCE_GROUP,
    /** Arbeitskreis. */
    WORKING_GROUP,
    /** Netzwerk. */
    NETWORK,
    /** Beirat. */
    ADVISORY_BOARD,
    /** Konferenz. */
    CONFERENCE,
    /** Sprecherrat. */
    SPEAKERS,
    /** A kind that the county names itself. */
    OTHER;

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "committee.kind." + text();
    }

    /** The kind with exactly this {@link #text()}. */
    public static Optional<CommitteeKind> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
}
