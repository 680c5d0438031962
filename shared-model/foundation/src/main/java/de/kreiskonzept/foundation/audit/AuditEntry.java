package de.kreiskonzept.foundation.audit;

import de.kreiskonzept.foundation.database.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One entry of the chain.
 *
 * @param position from 1, without gaps
 * @param happenedAt in whole microseconds, as the database keeps it
 * @param action what was done, in English with dots, for example {@code tenant.suspended}
 * @param subject id of what it was done to
 * @param detail ids and words of the program; never a text of the county
 */
record AuditEntry(long position, Instant happenedAt, Actor actor, String action, String subject, String detail) {
    private static final int HASH_BYTES = 32;

    AuditEntry {
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What stands before the first entry: 32 zero bytes. */
    static byte[] beforeTheFirst() {
        return new byte[HASH_BYTES];
    }

    /** SHA-256 over the hash before and all fields, each text with its length in front, so that no two entries read alike. */
    byte[] hash(byte[] previousHash) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(previousHash);
            out.writeLong(position);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, happenedAt));
            write(out, actor.id() == null ? "" : actor.id().toString());
            write(out, actor.name());
            write(out, action);
            write(out, subject);
            write(out, detail);
            return Sha256.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
