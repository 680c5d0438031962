package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/** The folder of files that were sent to this console. */
@Singleton
final class IncomingFolder {
    private static final long MEGABYTE = 1 << 20;
    private static final Duration KEPT = Duration.ofDays(1);

    private final Path folder;
    private final long megabytes;
    private final Clock clock;

    IncomingFolder(
            @Value("${kreiskonzept.data-dir:.data}") Path data,
            @Value("${kreiskonzept.import-megabytes:2048}") long megabytes,
            Clock clock) {
        this.folder = data.resolve("imports");
        this.megabytes = megabytes;
        this.clock = clock;
    }

    long megabytes() {
        return megabytes;
    }

    Path path(UUID id) {
        return folder.resolve(id + ".zip");
    }

    boolean has(UUID id) {
        return Files.exists(path(id));
    }

    /**
     * Keeps what comes.
     *
     * @throws Refusal 413 where it is larger than this installation takes
     */
    Path keep(UUID id, InputStream in) throws IOException {
        Files.createDirectories(folder);
        try (var out = Files.newOutputStream(path(id))) {
            var most = megabytes * MEGABYTE;
            var buffer = new byte[(int) MEGABYTE];
            var sum = 0L;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum += read;
                if (sum > most) {
                    throw tooLarge();
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            if (e.getCause() instanceof ContentLengthExceededException) {
                throw tooLarge();
            }
            throw e;
        }
        return path(id);
    }

    private Refusal tooLarge() {
        return new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "transfer.tooLarge", megabytes);
    }

    void remove(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** Removes files older than a day, which a console that was killed has left. */
    void removeStrangers(Collection<UUID> needed) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var old = Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(clock.instant().minus(KEPT));
                if (old && needed.stream().map(this::path).noneMatch(file::equals)) {
                    Files.delete(file);
                }
            }
        }
    }
}
