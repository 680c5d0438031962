package de.kreiskonzept.foundation.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Looks whether somebody is sending a mail of an outbox now: whoever stops writing there must wait for the note that it was sent. */
public final class MailUnderWay {
    private MailUnderWay() {}

    /**
     * Whether a mail is claimed and not yet noted as sent; also of a process that died, until its lease runs out.
     *
     * @param connection whose search path holds the outbox
     */
    public static boolean in(Connection connection, Instant now) throws SQLException {
        try (var query = connection.prepareStatement("""
            SELECT EXISTS (SELECT FROM mail_outbox
                            WHERE state = 'waiting' AND next_attempt_at > ? AND next_attempt_at - modified_at = make_interval(secs => ?))
            """)) {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            query.setDouble(2, (double) OutboxStore.LEASE.toSeconds());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
