package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.transfer.Manifest.TablePart;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Value;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens exported files that are whole. */
@Singleton
final class ExportedFiles {
    private static final byte[] ZIP = {'P', 'K'};
    private static final int LONGEST_TEXT = 200;
    private static final int LARGEST_MANIFEST = 16 << 20;

    private final JsonMapper json;
    private final Measure measure;

    ExportedFiles(JsonMapper json, @Value("${kreiskonzept.import-megabytes:2048}") long megabytes) {
        this.json = json;
        this.measure = new Measure(megabytes);
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
            throw (isZip(path) ? ImportFailure.DAMAGED : ImportFailure.NO_ZIP).refusal();
        }
        try {
            var manifest = manifest(zip);
            check(zip, manifest);
            return new ExportedFile(zip, manifest);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e instanceof Refusal refusal ? refusal : ImportFailure.DAMAGED.refusal();
        }
    }

    /** What was cut off before its second byte may have been one. */
    private static boolean isZip(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var first = in.readNBytes(ZIP.length);
            return Arrays.equals(first, Arrays.copyOf(ZIP, first.length));
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw ImportFailure.DAMAGED.refusal();
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = Objects.requireNonNull(json.readValue(in.readNBytes(LARGEST_MANIFEST), Manifest.class));
            if (manifest.format() != Manifest.FORMAT) {
                throw (manifest.format() > Manifest.FORMAT ? ImportFailure.NEWER : ImportFailure.DAMAGED).refusal();
            }
            if (!isSensible(manifest)) {
                throw ImportFailure.DAMAGED.refusal();
            }
            return manifest;
        }
    }

    private static boolean isSensible(Manifest manifest) {
        var names = manifest.tables().stream().map(TablePart::name).toList();
        return manifest.ags().matches("[0-9]{5}")
                && Instant.parse(manifest.exportedAt()).isAfter(Instant.EPOCH)
                && Math.max(manifest.county().length(), manifest.schemaVersion().length()) <= LONGEST_TEXT
                && names.stream().allMatch(name -> name.matches("[a-z][a-z0-9_]*"))
                && Set.copyOf(names).size() == names.size();
    }

    private void check(ZipFile zip, Manifest manifest) throws IOException {
        var named = Stream.concat(
                        Stream.of(Manifest.ENTRY), manifest.tables().stream().map(TablePart::entry))
                .collect(Collectors.toSet());
        var found =
                Collections.list(zip.entries()).stream().map(ZipEntry::getName).collect(Collectors.toSet());
        if (!named.equals(found) || !Manifest.digestOf(manifest.tables()).equals(manifest.digest())) {
            throw ImportFailure.DAMAGED.refusal();
        }
        var unpacked = measure.begin();
        for (var part : manifest.tables()) {
            var digest = Tables.sha256();
            try (var lines = zip.getInputStream(zip.getEntry(part.entry()));
                    var sink = new DigestOutputStream(unpacked, digest)) {
                lines.transferTo(sink);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                throw ImportFailure.DAMAGED.refusal();
            }
        }
    }
}
