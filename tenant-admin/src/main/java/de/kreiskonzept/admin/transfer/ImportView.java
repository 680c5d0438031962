package de.kreiskonzept.admin.transfer;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An exported file that was sent here, and how far a workspace is made of it.
 *
 * @param state checked, filling, done or failed
 * @param ags of the county that the content is for
 * @param fileAgs of the county that has stored the content
 * @param fileCounty its name
 * @param schemaVersion version of its tables
 * @param exportedAt ISO-8601
 * @param rows number of all rows
 * @param filledRows rows that stand in the new workspace so far
 * @param bytes size of the file
 * @param receivedAt ISO-8601
 * @param failure German sentence; empty where nothing has failed
 * @param tenantId of the workspace that was made; null before
 */
@Serdeable
@Schema(name = "Import")
public record ImportView(
        String id,
        String state,
        String ags,
        String fileAgs,
        String fileCounty,
        String schemaVersion,
        String exportedAt,
        long rows,
        long filledRows,
        long bytes,
        String receivedAt,
        String failure,
        @Nullable String tenantId) {

    /** The file as clients see it. */
    public static ImportView of(IncomingFile file) {
        return new ImportView(
                file.id().toString(),
                file.state().text(),
                file.ags(),
                file.content().ags(),
                file.content().county(),
                file.content().schemaVersion(),
                file.content().exportedAt().toInstant().toString(),
                file.content().rows(),
                file.filledRows(),
                file.bytes(),
                file.receivedAt().toInstant().toString(),
                file.failure(),
                file.tenantId() == null ? null : file.tenantId().toString());
    }
}
