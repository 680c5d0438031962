package de.kreiskonzept.model.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person on one seat, or as a deputy of who holds it.
 *
 * @param instance key of the instance of the rule's set; empty where the rule has none
 * @param from first day
 * @param until last day; null while no end is known
 * @param deputyOf term of whom the person stands in for; null for who holds the seat
 */
public record TermOfOffice(
        UUID id,
        UUID ruleId,
        String instance,
        UUID personId,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID deputyOf,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if it ends before it begins or stands in for itself */
    public TermOfOffice {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a term must not end before it begins");
        }
        if (id.equals(deputyOf)) {
            throw new IllegalArgumentException("nobody stands in for themselves");
        }
    }

    /** Whether it holds on this day. */
    public boolean holds(LocalDate day) {
        return period().holds(day);
    }

    /** Its days. */
    public Period period() {
        return new Period(from, until);
    }

    /** Whether the person stands in for another one. */
    public boolean isDeputy() {
        return deputyOf != null;
    }
}
