package de.kreiskonzept.model.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The real documents; they stand beside the checkout and are no part of it. */
final class Sources {
    private Sources() {}

    /** The text of the source whose file name begins so; skips the test where it is not there. */
    static String text(String name) {
        return read(files().stream()
                .filter(file -> file.getFileName().toString().startsWith(name))
                .findFirst()
                .orElseThrow());
    }

    /** Texts of all sources; skips the test where there are none. */
    static List<String> all() {
        return files().stream().map(Sources::read).toList();
    }

    private static List<Path> files() {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/sources"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "skipped: shared/sources is not beside the checkout");
        try (var files = Files.list(folder.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
