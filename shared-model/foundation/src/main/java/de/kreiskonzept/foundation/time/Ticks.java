package de.kreiskonzept.foundation.time;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;

/** The time of a ticker for buckets, so that a test may let it pass. */
public record Ticks(Ticker ticker) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
        return ticker.read();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
