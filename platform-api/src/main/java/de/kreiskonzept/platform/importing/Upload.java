package de.kreiskonzept.platform.importing;

import de.kreiskonzept.platform.importing.file.Source;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text or file brought in; what it says stays, so that its deviations can be read again later.
 *
 * @param fileName as sent by the browser, empty for pasted text
 * @param mapping what the columns of tables mean, as {@link de.kreiskonzept.model.importing.table.Mapping#text()}; empty for
 *     texts and for the product's own table
 * @param versionId version it was taken over into; null before that
 */
public record Upload(
        UUID id,
        UUID accountId,
        String fileName,
        Source source,
        String mapping,
        @Nullable UUID versionId,
        Instant createdAt) {
    /** Whether it holds tables. */
    public boolean isTable() {
        return source.form() == Source.Form.TABLE;
    }

    /** Whether people say what its columns mean; those of the product's own table are known. */
    public boolean hasColumns() {
        return isTable() && !mapping.isEmpty();
    }
}
