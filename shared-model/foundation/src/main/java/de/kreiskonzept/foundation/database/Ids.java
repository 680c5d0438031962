package de.kreiskonzept.foundation.database;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Keys of rows: UUID version 7 (RFC 9562), so that rows that were made together lie together. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_A_BITS = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private Ids() {}

    /** Returns a new key: 48 bits of milliseconds, 74 random bits. */
    public static UUID create(Clock clock) {
        return create(clock.instant());
    }

    /** Returns a new key of this moment, for rows that bear the same time. */
    public static UUID create(Instant now) {
        var high = (now.toEpochMilli() << 16) | VERSION_7 | RANDOM.nextInt(1 << RANDOM_A_BITS);
        var low = (RANDOM.nextLong() & VARIANT_MASK) | VARIANT;
        return new UUID(high, low);
    }
}
