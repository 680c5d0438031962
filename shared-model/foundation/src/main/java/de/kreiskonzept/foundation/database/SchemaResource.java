package de.kreiskonzept.foundation.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts that the schema module carries under /database. */
final class SchemaResource {
    private SchemaResource() {}

    static String text(String name) {
        try (var stream = SchemaResource.class.getResourceAsStream("/database/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("/database/" + name + " is missing: build shared-model/schema");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
