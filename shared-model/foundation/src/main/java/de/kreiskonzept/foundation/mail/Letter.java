package de.kreiskonzept.foundation.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.UUID;

/** A mail as it travels: plain text in UTF-8 with a Message-ID that a repetition shares. */
final class Letter extends MimeMessage {
    private final UUID id;
    private final String sender;

    @SuppressWarnings("JavaUtilDate") // the only type that Jakarta Mail takes
    Letter(Session session, UUID id, String sender, Mail mail) throws MessagingException {
        super(session);
        this.id = id;
        this.sender = sender;
        setFrom(encoded(new InternetAddress(sender, true)));
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        setSubject(mail.subject(), "UTF-8");
        setText(mail.body(), "UTF-8");
        setHeader("Content-Transfer-Encoding", "quoted-printable");
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("Content-Language", "de");
        setSentDate(new Date());
        saveChanges();
    }

    /** The name before the address may have umlauts, which a header cannot carry as they are. */
    private static InternetAddress encoded(InternetAddress address) throws MessagingException {
        try {
            address.setPersonal(address.getPersonal(), "UTF-8");
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java has UTF-8", e);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        var address = new InternetAddress(sender).getAddress();
        setHeader("Message-ID", "<" + id + address.substring(address.indexOf('@')) + ">");
    }
}
