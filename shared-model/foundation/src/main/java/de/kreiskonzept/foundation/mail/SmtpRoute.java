package de.kreiskonzept.foundation.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends by SMTP: {@code smtp://[user:password@]host[:port]} with STARTTLS where offered, {@code smtps://} with TLS. */
final class SmtpRoute implements MailRoute {
    private static final String TIMEOUT_MILLIS = "15000";

    private final Session session;
    private final String scheme;
    private final URI server;
    private final String sender;

    /** @throws IllegalArgumentException if the URL has another scheme or no host */
    SmtpRoute(URI server, String sender) {
        this.scheme = String.valueOf(server.getScheme());
        if ((!scheme.equals("smtp") && !scheme.equals("smtps")) || server.getHost() == null) {
            throw new IllegalArgumentException("KK_SMTP_URL must be smtp://host:port or smtps://host:port");
        }
        this.server = server;
        this.sender = sender;
        this.session = Session.getInstance(properties(scheme, server.getUserInfo() != null));
    }

    @Override
    public void send(UUID id, Mail mail) throws MessagingException {
        var letter = new Letter(session, id, sender, mail);
        try (var transport = session.getTransport(scheme)) {
            transport.connect(server.getHost(), server.getPort(), credential(0), credential(1));
            transport.sendMessage(letter, letter.getAllRecipients());
        }
    }

    private @Nullable String credential(int part) {
        var raw = server.getRawUserInfo();
        if (raw == null) {
            return null;
        }
        var parts = raw.split(":", 2);
        return part < parts.length ? URLDecoder.decode(parts[part].replace("+", "%2B"), StandardCharsets.UTF_8) : "";
    }

    private static Properties properties(String scheme, boolean authenticated) {
        var properties = new Properties();
        var prefix = "mail." + scheme + ".";
        properties.setProperty(prefix + "auth", String.valueOf(authenticated));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(authenticated && scheme.equals("smtp")));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        return properties;
    }
}
