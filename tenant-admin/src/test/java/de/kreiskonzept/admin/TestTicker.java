package de.kreiskonzept.admin;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time of caches and limits; a test may let it jump instead of waiting. */
@Singleton
@Replaces(Ticker.class)
public final class TestTicker implements Ticker {
    private final AtomicLong jumped = new AtomicLong();

    @Override
    public long read() {
        return System.nanoTime() + jumped.get();
    }

    /** Lets caches and limits believe that this much time has passed. */
    public void jump(Duration time) {
        jumped.addAndGet(time.toNanos());
    }
}
