package de.kreiskonzept.admin.mail;

import de.kreiskonzept.foundation.mail.Undelivered;
import java.util.List;

/**
 * All mail that could not be sent, in figures.
 *
 * @param own mail of the registry
 * @param counties those that have any, the one that waits longest first, at most {@value #MOST}
 */
public record MailFigures(Undelivered own, List<CountyMails> counties) {
    static final int MOST = 200;

    /** Whether there is any. */
    public boolean isAny() {
        return own.isAny() || !counties.isEmpty();
    }
}
