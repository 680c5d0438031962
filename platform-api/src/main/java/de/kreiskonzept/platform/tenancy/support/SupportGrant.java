package de.kreiskonzept.platform.tenancy.support;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a county lets somebody of the provider in for a time. Moments are in the time zone of the installation.
 *
 * @param grantedBy name of the admin
 * @param reason what is to be looked at
 * @param writing whether something may be changed, too
 * @param endedAt when it was over; null while nobody has ended it, also where its time has run out just now
 * @param endedBy name of who ended it; null where its time ran out
 * @param visits who used it, the first one first
 */
@Serdeable
@Schema(name = "SupportGrant")
public record SupportGrant(
        UUID id,
        String grantedBy,
        String reason,
        boolean writing,
        OffsetDateTime grantedAt,
        OffsetDateTime expiresAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable String endedBy,
        List<SupportVisit> visits) {
    public SupportGrant {
        visits = List.copyOf(visits);
    }

    /** Whether somebody can be inside now. */
    public boolean isOpen(OffsetDateTime now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    /** Names of those who came in and did not leave by themselves, each once. */
    public List<String> staying() {
        return visits.stream()
                .filter(visit -> visit.leftAt() == null)
                .map(SupportVisit::visitor)
                .distinct()
                .toList();
    }
}
