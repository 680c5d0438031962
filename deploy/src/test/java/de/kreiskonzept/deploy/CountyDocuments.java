package de.kreiskonzept.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The documents of the counties: never committed, in a folder beside the checkout where somebody put them there. */
final class CountyDocuments {
    private CountyDocuments() {}

    /** The folder shared/sources beside the checkout or further up. */
    static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("sources"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
