package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.transfer.Manifest.TablePart;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens exported files that are whole. */
@Singleton
final class ExportedFiles {
    private final JsonMapper json;

    ExportedFiles(JsonMapper json) {
        this.json = json;
    }

    /**
     * Opens a file after it was read to its end once.
     *
     * @throws Refusal 422 where it is no such file, cut off, changed, or of a later format
     */
    ExportedFile open(Path path) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw refused("transfer.damaged");
        }
        try {
            var manifest = manifest(zip);
            check(zip, manifest);
            return new ExportedFile(zip, manifest);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e instanceof Refusal refusal ? refusal : refused("transfer.damaged");
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw refused("transfer.damaged");
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = Objects.requireNonNull(json.readValue(in.readAllBytes(), Manifest.class));
            if (manifest.format() != Manifest.FORMAT) {
                throw refused(manifest.format() > Manifest.FORMAT ? "transfer.newer" : "transfer.damaged");
            }
            return manifest;
        }
    }

    private static void check(ZipFile zip, Manifest manifest) throws IOException {
        var named = Stream.concat(
                        Stream.of(Manifest.ENTRY), manifest.tables().stream().map(TablePart::entry))
                .collect(Collectors.toSet());
        var found =
                Collections.list(zip.entries()).stream().map(ZipEntry::getName).collect(Collectors.toSet());
        if (!named.equals(found) || !Manifest.digestOf(manifest.tables()).equals(manifest.digest())) {
            throw refused("transfer.damaged");
        }
        for (var part : manifest.tables()) {
            var digest = Tables.sha256();
            try (var lines = zip.getInputStream(zip.getEntry(part.entry()));
                    var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                lines.transferTo(sink);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                throw refused("transfer.damaged");
            }
        }
    }

    private static Refusal refused(String key) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "import", key);
    }
}
