package de.kreiskonzept.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Passwords and secrets of one data folder: made up when first asked for, kept in a file that only its owner may read. */
public final class LocalSecrets {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final Path file;
    private final Properties kept = new Properties();
    private final SecureRandom random = new SecureRandom();

    private LocalSecrets(Path file) {
        this.file = file;
    }

    /** Opens the secrets of a data folder and makes the folder where it is missing. */
    static LocalSecrets in(Path folder) throws IOException {
        Files.createDirectories(folder);
        LocalSecrets secrets = new LocalSecrets(folder.resolve("local.properties"));
        if (Files.exists(secrets.file)) {
            try (var reader = Files.newBufferedReader(secrets.file)) {
                secrets.kept.load(reader);
            }
        } else {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(secrets.file, ownerOnly);
        }
        return secrets;
    }

    /** The password of this name: four groups of four characters that are hard to mistake for one another, about 79 bits. */
    public String password(String name) {
        String known = kept.getProperty(name);
        return known != null ? known : keep(name, random(GROUPS));
    }

    /** The signing secret of this name: 256 bits at least. */
    String signingSecret(String name) {
        String known = kept.getProperty(name);
        return known != null ? known : keep(name, random(4 * GROUPS));
    }

    /** The number of this name, or the given one, which is kept from now on. */
    int number(String name, int first) {
        String known = kept.getProperty(name);
        return Integer.parseInt(known != null ? known : keep(name, Integer.toString(first)));
    }

    /** The parts of the value of this name; none where nothing is kept. */
    List<String> list(String name) {
        return Stream.of(kept.getProperty(name, "").split(","))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Keeps this value under this name and gives it back. */
    String keep(String name, String value) {
        kept.setProperty(name, value);
        try (var writer = Files.newBufferedWriter(file)) {
            kept.store(writer, "Made up by the local start; never use it in operation.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return value;
    }

    private String random(int groups) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < groups * GROUP; index++) {
            text.append(index > 0 && index % GROUP == 0 ? "-" : "");
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
