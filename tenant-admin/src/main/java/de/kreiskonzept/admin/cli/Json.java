package de.kreiskonzept.admin.cli;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes results as the REST interface would. */
final class Json {
    private Json() {}

    static String of(Object value, JsonMapper mapper) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
