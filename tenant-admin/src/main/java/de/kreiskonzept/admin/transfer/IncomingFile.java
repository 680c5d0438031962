package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.foundation.audit.Actor;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exported file that somebody has sent here.
 *
 * @param sender who has sent it
 * @param content what the file says of itself
 * @param bytes size of the file
 * @param ags of the county that the content is for, 5 digits; that of the file until somebody chooses another one
 * @param filledRows rows that stand in the new workspace so far
 * @param failure German sentence; empty where nothing has failed
 * @param receivedAt when it came
 * @param tenantId of the workspace that was made of it; null before
 */
public record IncomingFile(
        UUID id,
        Actor sender,
        Content content,
        long bytes,
        State state,
        String ags,
        long filledRows,
        String failure,
        OffsetDateTime receivedAt,
        @Nullable UUID tenantId) {

    /** A file that has just come, of which nothing was made. */
    static IncomingFile of(UUID id, Manifest manifest, long bytes, Actor sender, OffsetDateTime now) {
        var content = new Content(
                manifest.ags(),
                manifest.county(),
                manifest.schemaVersion(),
                OffsetDateTime.parse(manifest.exportedAt()),
                manifest.rows());
        return new IncomingFile(id, sender, content, bytes, State.CHECKED, content.ags(), 0, "", now, null);
    }

    /**
     * What a file says of itself.
     *
     * @param ags of the county that has stored it
     * @param schemaVersion version of its tables
     * @param rows number of all rows
     */
    public record Content(String ags, String county, String schemaVersion, OffsetDateTime exportedAt, long rows) {}

    /** How far it is. */
    public enum State {
        /** Whole, and nothing was made of it. */
        CHECKED,
        /** A workspace is made of it. */
        FILLING,
        /** The workspace is in use, and the file is gone. */
        DONE,
        /** No workspace could be made of it, and nothing of one is left; so is the file. */
        FAILED;

        /** Text in database and JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word. */
        public String wordKey() {
            return "transfer.state." + text();
        }

        static State of(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown state of an import: " + text));
        }
    }
}
