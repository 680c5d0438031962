package de.kreiskonzept.foundation.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.UUID;

/** The way that mail takes out of the application. */
sealed interface MailRoute permits SmtpRoute, MailboxRoute {

    /**
     * Hands a mail over; returns only when somebody else has taken the responsibility for it.
     *
     * @param id of the mail in its outbox; a repetition carries the same one
     */
    void send(UUID id, Mail mail) throws MessagingException, IOException;
}
