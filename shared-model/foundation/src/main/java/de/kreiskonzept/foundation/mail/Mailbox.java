package de.kreiskonzept.foundation.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files that stand for sent mail in local use; empty where mail leaves by SMTP. */
public final class Mailbox {
    private static final String SUFFIX = ".eml";

    private final @Nullable Path directory;

    Mailbox(@Nullable Path directory) {
        this.directory = directory;
    }

    /** Whether mail is kept in files here. */
    public boolean isOpen() {
        return directory != null;
    }

    /** All mail, the latest first; unreadable files are left out. */
    public List<SentMail> list() {
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(Mailbox::read)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(SentMail::at).reversed().thenComparing(SentMail::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mail with this id. */
    public Optional<SentMail> find(UUID id) {
        if (directory == null) {
            return Optional.empty();
        }
        var file = directory.resolve(id + SUFFIX);
        return Files.isRegularFile(file) ? read(file) : Optional.empty();
    }

    /** Removes the files of these mails; nothing happens where there are none. */
    public void remove(Collection<UUID> ids) {
        if (directory == null) {
            return;
        }
        try {
            for (var id : ids) {
                Files.deleteIfExists(directory.resolve(id + SUFFIX));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SentMail> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var name = file.getFileName().toString();
            return Optional.of(new SentMail(
                    UUID.fromString(name.substring(0, name.length() - SUFFIX.length())),
                    Files.getLastModifiedTime(file).toInstant(),
                    Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")),
                    message.getSubject(),
                    message.getContent().toString().replace("\r\n", "\n")));
        } catch (IOException | MessagingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A mail in the mailbox.
     *
     * @param id of the mail in the outbox it came from
     * @param at when it was put here
     * @param body decoded, with line feeds
     */
    public record SentMail(UUID id, Instant at, String recipient, String subject, String body) {}
}
