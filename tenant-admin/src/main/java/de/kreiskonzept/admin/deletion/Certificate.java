package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.model.tenant.ArchiveOffer;
import de.kreiskonzept.model.tenant.ExportAnswer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The proof that all data of a county are gone (GDPR art. 5 (2), 17, 28 (3) g): what, when, by whom, at whose wish, and what was settled
 * before. Holds nothing of the content.
 *
 * @param format version of this shape, {@value #FORMAT}
 * @param deletedAt ISO-8601
 * @param tables in the order of their names, with what they held when the removal began
 */
@Serdeable
@Schema(name = "DeletionCertificate")
public record Certificate(
        int format,
        String id,
        Subject county,
        Wish wish,
        Settled settled,
        String deletedAt,
        long rows,
        List<Table> tables) {
    /** Version of this shape. */
    public static final int FORMAT = 1;

    /**
     * Whose data they were.
     *
     * @param tenant its id in the registry
     * @param workspace name that schema and role had; it tells nothing of the county
     */
    @Serdeable
    @Schema(name = "DeletionCertificateCounty")
    public record Subject(String tenant, String ags, String name, String slug, String workspace) {}

    /**
     * Who wanted it.
     *
     * @param askedBy who of the county has asked
     * @param recordedBy who of the provider has noted it
     * @param recordedAt ISO-8601
     */
    @Serdeable
    @Schema(name = "DeletionCertificateWish")
    public record Wish(String askedBy, String reason, String recordedBy, String recordedAt) {}

    /**
     * What county and archive have said; all days are ISO-8601.
     *
     * @param export {@code taken} or {@code declined}
     * @param exportDigest of the last export, 64 hexadecimal digits; null where the county did not want one
     * @param archiveAnswer {@code accepted} or {@code declined}
     * @param waitedUntil last day of the waiting time
     */
    @Serdeable
    @Schema(name = "DeletionCertificateAnswers")
    public record Settled(
            String export,
            String exportOn,
            @Nullable String exportDigest,
            String archive,
            String offeredOn,
            String archiveAnswer,
            String answeredOn,
            String archiveReason,
            String waitedUntil) {}

    /** A table with the number of its rows. */
    @Serdeable
    @Schema(name = "DeletedTable")
    public record Table(String name, long rows) {}

    /** Keeps a copy of the list. */
    public Certificate {
        tables = List.copyOf(tables);
    }

    /** The certificate of a removal that has come to its end. */
    static Certificate of(Tenant tenant, CountyDeletion done, Map<String, Long> counts, Instant now) {
        return new Certificate(
                FORMAT,
                done.id().toString(),
                new Subject(tenant.id().toString(), tenant.ags().text(), tenant.name(), tenant.slug(), tenant.schema()),
                new Wish(
                        done.request().askedBy(),
                        done.request().reason(),
                        done.request().recordedBy(),
                        done.announcedAt().toInstant().toString()),
                settled(done),
                now.toString(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.entrySet().stream()
                        .map(table -> new Table(table.getKey(), table.getValue()))
                        .toList());
    }

    private static Settled settled(CountyDeletion done) {
        var export = Objects.requireNonNull(done.deletion().export());
        var offer = Objects.requireNonNull(done.deletion().offer());
        return new Settled(
                export instanceof ExportAnswer.Taken ? "taken" : "declined",
                export.on().toString(),
                export instanceof ExportAnswer.Taken taken ? taken.digest() : null,
                offer.archive(),
                offer.offeredOn().toString(),
                offer.answer().text(),
                day(offer),
                offer.reason(),
                done.deletion().waitsUntil().orElseThrow().toString());
    }

    private static String day(ArchiveOffer offer) {
        return Objects.requireNonNull(offer.answeredOn()).toString();
    }
}
