package de.kreiskonzept.admin.mail;

import de.kreiskonzept.foundation.mail.Undelivered;
import java.util.Arrays;
import java.util.List;

/**
 * All mail that could not be sent, in figures.
 *
 * @param own mail of the registry
 * @param counties those that have any, the one that waits longest first, at most {@value #MOST}
 * @param allCounties number of those that have any
 */
public record MailFigures(Undelivered own, List<CountyMails> counties, int allCounties) {
    static final int MOST = 200;

    /** Whether counties are left out. */
    public boolean isCut() {
        return counties.size() < allCounties;
    }

    /** Kinds of mail that may be among those that were given up; nobody counts them by kind. */
    public List<MailKind> kindsGivenUp() {
        var ofCounties = counties.stream().anyMatch(county -> county.mails().givenUp() > 0);
        return Arrays.stream(MailKind.values())
                .filter(kind -> kind.isOfProvider() ? own.givenUp() > 0 : ofCounties)
                .toList();
    }

    /** Whether there is any. */
    public boolean isAny() {
        return own.isAny() || !counties.isEmpty();
    }
}
