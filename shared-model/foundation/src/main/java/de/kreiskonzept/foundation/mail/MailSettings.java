package de.kreiskonzept.foundation.mail;

import de.kreiskonzept.foundation.database.LocalUse;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Chooses the way of mail: SMTP where KK_SMTP_URL is set, else the mailbox of files, which only local use allows. */
@Factory
final class MailSettings {
    private final @Nullable String smtpUrl;
    private final String sender;
    private final Path directory;
    private final boolean local;

    MailSettings(
            @Property(name = "kreiskonzept.smtp-url") @Nullable String smtpUrl,
            @Property(name = "kreiskonzept.mail-from", defaultValue = "kreiskonzept@localhost.localdomain")
                    String sender,
            @Property(name = "kreiskonzept.data-dir", defaultValue = ".data") String dataDirectory,
            Environment environment) {
        this.smtpUrl = smtpUrl == null || smtpUrl.isBlank() ? null : smtpUrl;
        this.sender = checked(sender);
        this.directory = Path.of(dataDirectory).resolve("mailbox");
        this.local = LocalUse.in(environment);
    }

    @Context
    @Bean(typed = MailRoute.class)
    MailRoute route() {
        if (smtpUrl != null) {
            return new SmtpRoute(parsed(smtpUrl), sender);
        }
        if (!local) {
            throw new ConfigurationException("KK_SMTP_URL is missing: only local use does without a mail server.");
        }
        return new MailboxRoute(directory, sender);
    }

    private static String checked(String sender) {
        try {
            new InternetAddress(sender, true);
            return sender;
        } catch (AddressException e) {
            throw new ConfigurationException("KK_MAIL_FROM is not a mail address, such as kreiskonzept@kreis.example.");
        }
    }

    /** Does not repeat the URL in its error: it holds a password. */
    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("KK_SMTP_URL is not a URL: " + e.getReason());
        }
    }

    @Singleton
    Mailbox mailbox() {
        return new Mailbox(smtpUrl == null && local ? directory : null);
    }
}
