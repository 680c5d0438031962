package de.kreiskonzept.platform.document.paper;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Files of the build that papers are made with. */
final class Resources {
    private Resources() {}

    static byte[] bytes(String path) {
        try (var in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the build has left out " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
