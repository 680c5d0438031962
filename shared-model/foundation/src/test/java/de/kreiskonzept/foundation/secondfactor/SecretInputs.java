package de.kreiskonzept.foundation.secondfactor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields for passwords and codes in the templates of a module. */
public final class SecretInputs {
    private static final Pattern SECRET = Pattern.compile(
            "template\\.frame\\.input\\([^`]*?name = \"(\\w+)\"[^\\n]*?(?:type = \"password\"|\"one-time-code\")");

    private SecretInputs() {}

    /**
     * Finds those that {@link KeptForm} would not recognise as a secret.
     *
     * @param module folder with {@code src}
     */
    public static List<String> unknown(Path module) {
        try (var files = Files.walk(module.resolve("src/main/jte"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(SecretInputs::names)
                    .filter(name -> !KeptForm.SECRETS.contains(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> names(Path template) {
        try {
            return SECRET.matcher(Files.readString(template)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
