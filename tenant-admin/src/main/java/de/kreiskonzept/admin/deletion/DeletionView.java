package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.model.tenant.ArchiveOffer;
import de.kreiskonzept.model.tenant.ExportAnswer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The deletion of a county's data as programs see it.
 *
 * @param stage what comes next: export, archive, waiting, due, erasing, done, cancelled
 * @param announcedAt ISO-8601
 * @param export null while the county has not answered
 * @param archive null while no archive was asked
 * @param waitsUntil last day of the waiting time, ISO-8601; null while something is not settled
 * @param step of the removal that comes next; null while nothing is removed
 * @param lastError kind of the last failure; null for none
 * @param endedAt ISO-8601, when it was done or called off; null before
 */
@Serdeable
@Schema(name = "Deletion")
public record DeletionView(
        String id,
        String tenantId,
        String stage,
        String askedBy,
        String reason,
        String recordedBy,
        String announcedAt,
        @Nullable Export export,
        @Nullable Archive archive,
        @Nullable String waitsUntil,
        @Nullable String step,
        @Nullable String lastError,
        @Nullable String endedAt,
        long version) {

    /**
     * What the county has said.
     *
     * @param answer taken or declined
     * @param on ISO-8601
     * @param digest of the last export; null where it was declined
     */
    @Serdeable
    @Schema(name = "DeletionExport")
    public record Export(String answer, String on, @Nullable String digest) {
        static @Nullable Export of(@Nullable ExportAnswer answer) {
            return switch (answer) {
                case null -> null;
                case ExportAnswer.Taken taken -> new Export("taken", taken.on().toString(), taken.digest());
                case ExportAnswer.Declined declined ->
                    new Export("declined", declined.on().toString(), null);
            };
        }
    }

    /**
     * What the archive has said.
     *
     * @param offeredOn ISO-8601, as answeredOn
     * @param answer open, accepted or declined
     * @param answeredOn null while there is no answer
     */
    @Serdeable
    @Schema(name = "DeletionArchive")
    public record Archive(
            String archive,
            String offeredOn,
            String answer,
            @Nullable String answeredOn,
            String reason) {
        static @Nullable Archive of(@Nullable ArchiveOffer offer) {
            return offer == null
                    ? null
                    : new Archive(
                            offer.archive(),
                            offer.offeredOn().toString(),
                            offer.answer().text(),
                            offer.answeredOn() == null
                                    ? null
                                    : offer.answeredOn().toString(),
                            offer.reason());
        }
    }

    /**
     * The deletion as clients see it.
     *
     * @param today by which the waiting time is reckoned
     */
    public static DeletionView of(CountyDeletion latest, LocalDate today) {
        return new DeletionView(
                latest.id().toString(),
                latest.tenantId().toString(),
                latest.deletion().stage(today).text(),
                latest.request().askedBy(),
                latest.request().reason(),
                latest.request().recordedBy(),
                moment(latest.announcedAt()),
                Export.of(latest.deletion().export()),
                Archive.of(latest.deletion().offer()),
                latest.deletion().waitsUntil().map(LocalDate::toString).orElse(null),
                latest.removal().next() == null ? null : latest.removal().next().text(),
                latest.removal().lastError(),
                latest.endedAt() == null ? null : moment(latest.endedAt()),
                latest.version());
    }

    private static String moment(OffsetDateTime moment) {
        return moment.toInstant().toString();
    }
}
