package de.kreiskonzept.admin.mail;

import de.kreiskonzept.foundation.mail.Undelivered;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All mail that could not be sent, in figures.
 *
 * @param registry mail of the provider
 * @param counties those that have any, the one that waits longest first, at most 200
 * @param allCounties number of those that have any
 */
@Serdeable
@Schema(name = "UndeliveredMails")
public record MailView(Figures registry, List<OfCounty> counties, int allCounties) {

    /**
     * One outbox.
     *
     * @param waiting mails that are tried again by themselves
     * @param givenUp mails that failed for the last time within 30 days
     * @param oldest when the oldest was written, ISO-8601; null where there is none
     * @param fault kind of the most frequent fault; empty where there is none
     */
    @Serdeable
    @Schema(name = "UndeliveredMailsOfOutbox")
    public record Figures(
            int waiting, int givenUp, @Nullable String oldest, String fault) {
        static Figures of(Undelivered mails) {
            var oldest = mails.oldest();
            return new Figures(
                    mails.waiting(),
                    mails.givenUp(),
                    oldest == null ? null : oldest.toInstant().toString(),
                    mails.fault());
        }
    }

    /**
     * One county.
     *
     * @param countedAt when the platform counted, ISO-8601
     */
    @Serdeable
    @Schema(name = "UndeliveredMailsOfCounty")
    public record OfCounty(String tenantId, String name, Figures mails, String countedAt) {}

    /**
     * What has become due.
     *
     * @param mails number of mails
     */
    @Serdeable
    @Schema(name = "MailsTriedAgain")
    public record TriedAgain(int mails) {}

    /** The figures as clients see them. */
    public static MailView of(MailFigures figures) {
        return new MailView(
                Figures.of(figures.own()),
                figures.counties().stream()
                        .map(county -> new OfCounty(
                                county.tenantId().toString(),
                                county.county(),
                                Figures.of(county.mails()),
                                county.countedAt().toInstant().toString()))
                        .toList(),
                figures.allCounties());
    }
}
