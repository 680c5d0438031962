package de.kreiskonzept.foundation.mail;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How much mail of an outbox could not be sent, and nothing of what it is.
 *
 * @param waiting mails that failed and are tried again by themselves
 * @param givenUp mails that failed for the last time within {@value #DAYS} days; their text is gone
 * @param oldest when the oldest of them was written; null where there is none
 * @param fault kind of the most frequent fault, such as {@code MailConnectException}; empty where there is none
 */
public record Undelivered(
        int waiting, int givenUp, @Nullable OffsetDateTime oldest, String fault) {
    /** How long a mail that was given up is counted. */
    public static final int DAYS = 30;

    /** Every mail was sent. */
    public static final Undelivered NOTHING = new Undelivered(0, 0, null, "");

    /** Whether there is any. */
    public boolean isAny() {
        return waiting + givenUp > 0;
    }
}
