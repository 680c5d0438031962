package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One light given to one measure by one account at one time. Rows are only ever added, so the history stays.
 *
 * @param reason why the measure is not pursued; null unless the light is red
 * @param justification not blank for yellow; for red this or the reason is needed; else maybe empty
 * @param accountId null where no account did it, such as an import
 * @param accountName name at that time, kept because accounts go
 * @param onBehalfOf body that the answer comes from; empty where the account speaks for itself
 * @param status name under which the light was given; empty for the word of the colour
 */
@Entity
@Table(name = "monitoring_assessment")
public record Assessment(
        @Id UUID id,
        @Column(name = "measure_id") UUID measureId,
        @Enumerated(EnumType.STRING) TrafficLight light,
        @Nullable @Enumerated(EnumType.STRING) ReasonClass reason,
        String justification,
        @Column(name = "assessed_at") Instant assessedAt,
        @Nullable @Column(name = "account_id") UUID accountId,
        @Column(name = "account_name") String accountName,
        @Column(name = "on_behalf_of") String onBehalfOf,
        String status,
        @Column(name = "created_at") Instant createdAt,
        @Column(name = "modified_at") Instant modifiedAt,
        @Version long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public Assessment {
        TextLimits.optional(justification, TextLimits.TEXT, "justification");
        TextLimits.required(accountName, TextLimits.NAME, "accountName");
        TextLimits.optional(onBehalfOf, TextLimits.NAME, "onBehalfOf");
        TextLimits.optional(status, Status.NAME, "status");
    }

    /**
     * What is missing for this light. Asked before an assessment is made; an import may store less, because what the
     * source does not say cannot be asked for.
     */
    public static Completeness completeness(TrafficLight light, @Nullable ReasonClass reason, String justification) {
        return switch (light) {
            case GREEN, GREY -> reason == null ? Completeness.COMPLETE : Completeness.REASON_OUT_OF_PLACE;
            case YELLOW -> {
                if (reason != null) {
                    yield Completeness.REASON_OUT_OF_PLACE;
                }
                yield justification.isBlank() ? Completeness.JUSTIFICATION_MISSING : Completeness.COMPLETE;
            }
            case RED ->
                reason == null && justification.isBlank()
                        ? Completeness.JUSTIFICATION_OR_REASON_MISSING
                        : Completeness.COMPLETE;
        };
    }

    /** Whether everything is there that a light asks for. */
    public enum Completeness {
        /** Nothing is missing. */
        COMPLETE,
        /** Yellow without justification. */
        JUSTIFICATION_MISSING,
        /** Red without justification and without reason class. */
        JUSTIFICATION_OR_REASON_MISSING,
        /** A reason for not pursuing a measure that is pursued or not assessed. */
        REASON_OUT_OF_PLACE
    }
}
