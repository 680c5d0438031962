package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.foundation.web.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An office file (Office Open XML) that was unpacked once to count what it holds, before any library sees it: neither too large nor
 * protected, without macros and without document types, through which XML reads other files.
 */
final class Archive {
    private static final int MOST_ENTRIES = 2_000;
    private static final int TAIL = 512 * 1024;
    private static final int CHUNK = 64 * 1024;
    private static final String DOCUMENT_TYPE = "<!DOCTYPE";
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet([0-9]{1,4})\\.xml");
    private static final Pattern MERGED = Pattern.compile("<(?:\\w+:)?mergeCell\\s+ref=\"([A-Z]{1,3}[0-9]{1,7}):");

    private final byte[] file;
    private final Set<String> names = new HashSet<>();
    private final Map<Integer, Set<String>> merged = new HashMap<>();
    private long unpacked;

    private Archive(byte[] file) {
        this.file = file;
    }

    static Archive open(byte[] file) {
        var archive = new Archive(file);
        try (ZipFile zip = archive.zip()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                archive.look(zip, entry);
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : Refused.DAMAGED.because();
        }
        return archive;
    }

    private ZipFile zip() throws IOException {
        return ZipFile.builder().setByteArray(file).get();
    }

    private void look(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        String name = entry.getName();
        names.add(name);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Refused.PROTECTED.because();
        }
        if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
            throw Refused.MACROS.because();
        }
        if (names.size() > MOST_ENTRIES) {
            throw Refused.UNPACKS_TOO_LARGE.because(SourceFile.MOST_UNPACKED / 1024 / 1024);
        }
        Matcher sheet = SHEET.matcher(name);
        boolean isSheet = sheet.matches();
        boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
        String tail = unpack(zip, entry, isXml, isSheet);
        if (isSheet) {
            var cells = new HashSet<String>();
            MERGED.matcher(tail).results().forEach(found -> cells.add(found.group(1)));
            merged.put(Integer.valueOf(sheet.group(1)), cells);
        }
    }

    /** Gives the end of the entry where it is kept: merged cells stand behind all rows. */
    private String unpack(ZipFile zip, ZipArchiveEntry entry, boolean isXml, boolean keep) throws IOException {
        var tail = new StringBuilder();
        String before = "";
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                unpacked += read;
                if (unpacked > SourceFile.MOST_UNPACKED) {
                    throw Refused.UNPACKS_TOO_LARGE.because(SourceFile.MOST_UNPACKED / 1024 / 1024);
                }
                if (isXml) {
                    String words = new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
                    requireNoDocumentType(before + words);
                    before = words.substring(Math.max(0, words.length() - DOCUMENT_TYPE.length()));
                    if (keep) {
                        tail.append(words).delete(0, Math.max(0, tail.length() - TAIL));
                    }
                }
            }
        }
        return tail.toString();
    }

    // A NUL shows XML in UTF-16, in which no document type would be found; office programs write UTF-8.
    private static void requireNoDocumentType(String words) {
        if (words.contains(DOCUMENT_TYPE) || words.indexOf('\0') >= 0) {
            throw Refused.ENTITIES.because();
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The whole file again. */
    InputStream stream() {
        return new ByteArrayInputStream(file);
    }

    /** An entry; empty where there is none. */
    byte[] entry(String name) {
        try (ZipFile zip = zip()) {
            ZipArchiveEntry entry = zip.getEntry(name);
            if (entry == null) {
                return new byte[0];
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** First cells of merged ones in a sheet, such as "A2". */
    Set<String> merged(int sheet) {
        return merged.getOrDefault(sheet, Set.of());
    }
}
