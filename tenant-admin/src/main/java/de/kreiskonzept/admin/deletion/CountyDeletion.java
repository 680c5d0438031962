package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.model.tenant.Deletion;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The deletion of one county's data, as the registry keeps it.
 *
 * @param deletion what was settled and what comes next
 * @param removal how far it has come
 * @param endedAt when it was done or called off; null before
 * @param version counts the changes of the row, from 0
 */
public record CountyDeletion(
        UUID id,
        UUID tenantId,
        Request request,
        Deletion deletion,
        Removal removal,
        OffsetDateTime announcedAt,
        @Nullable OffsetDateTime endedAt,
        long version) {

    /**
     * Who wants it.
     *
     * @param askedBy who of the county has asked
     * @param reason German
     * @param recordedBy name of the account that noted it
     */
    public record Request(String askedBy, String reason, String recordedBy) {}

    /**
     * How far the removal has come.
     *
     * @param next step that is to be done next; null while nothing is removed
     * @param lastError kind of the last failure, without any value out of the database; null for none
     */
    public record Removal(
            @Nullable ErasureStep next, @Nullable String lastError) {}

    /** This with other rules. */
    CountyDeletion with(Deletion other) {
        return new CountyDeletion(id, tenantId, request, other, removal, announcedAt, endedAt, version);
    }
}
