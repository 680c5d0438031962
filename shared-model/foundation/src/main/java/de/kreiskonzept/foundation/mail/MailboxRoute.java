package de.kreiskonzept.foundation.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.UUID;

/** Puts mail as {@code <id>.eml} into a directory, for local use where no mail server is. */
final class MailboxRoute implements MailRoute {
    private final Session session = Session.getInstance(new Properties());
    private final Path directory;
    private final String sender;

    MailboxRoute(Path directory, String sender) {
        this.directory = directory;
        this.sender = sender;
    }

    @Override
    public void send(UUID id, Mail mail) throws MessagingException, IOException {
        Files.createDirectories(directory);
        var partial = directory.resolve(id + ".part");
        try (var out = Files.newOutputStream(partial)) {
            new Letter(session, id, sender, mail).writeTo(out);
        }
        Files.move(partial, directory.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
