package de.kreiskonzept.platform.monitoring.stand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Stand without its rows.
 *
 * @param roundId round it comes from; null where that is gone
 * @param versionId version of the concept; null where that is gone
 * @param name of its round
 * @param cutoff day it is about (Stichtag)
 * @param digest SHA-256 of its rows as hexadecimal digits; equal rows have equal digests
 * @param createdAt when it was fixed
 */
public record Stand(
        UUID id,
        @Nullable UUID roundId,
        @Nullable UUID versionId,
        String name,
        LocalDate cutoff,
        String digest,
        Instant createdAt) {}
