package de.kreiskonzept.platform.tenancy;

import de.kreiskonzept.foundation.web.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the long works of each county. One too many waits a little, before it takes a connection, and is refused then. Jobs in the
 * background go through the counties one by one and are not counted.
 */
@Singleton
@InterceptorBean(LongWork.class)
final class LongWorks implements MethodInterceptor<Object, Object> {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CurrentWorkspace current;
    private final Map<UUID, Places> running = new ConcurrentHashMap<>();
    private final Counter refused;

    LongWorks(CurrentWorkspace current, MeterRegistry meters) {
        this.current = current;
        this.refused = Counter.builder("kreiskonzept.quota.refused")
                .tag("kind", "jobs")
                .register(meters);
    }

    @Override
    public int getOrder() {
        return InterceptPhase.TRANSACTION.getPosition() - 10;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
        var county = current.find().filter(found -> found.quota().jobs() > 0);
        if (county.isEmpty() || ServerRequestContext.currentRequest().isEmpty() || isPartOfAnother()) {
            return call.proceed();
        }
        Places places = running.computeIfAbsent(county.get().id(), id -> new Places());
        if (!places.take(county.get().quota().jobs())) {
            refused.increment();
            throw Refusal.limited(
                    Duration.ofSeconds(10),
                    "too-many-jobs",
                    "tenancy.quota.jobs",
                    county.get().name());
        }
        try {
            return PropagatedContext.getOrEmpty().plus(new Begun()).propagate(call::proceed);
        } finally {
            places.free();
        }
    }

    private static boolean isPartOfAnother() {
        return PropagatedContext.getOrEmpty().find(Begun.class).isPresent();
    }

    private record Begun() implements PropagatedContextElement {}

    /** How many run; the limit may change meanwhile. */
    private static final class Places {
        private int taken;

        private boolean take(int most) {
            try {
                return comesFree(most);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private synchronized boolean comesFree(int most) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            long left = PATIENCE.toMillis();
            while (taken >= most && left > 0) {
                wait(left);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
            boolean free = taken < most;
            taken += free ? 1 : 0;
            return free;
        }

        private synchronized void free() {
            taken--;
            notifyAll();
        }
    }
}
