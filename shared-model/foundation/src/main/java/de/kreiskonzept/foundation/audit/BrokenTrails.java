package de.kreiskonzept.foundation.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many trails were found broken by those who recompute them; a figure of the metrics, and a line of the log for each. */
@Context
public final class BrokenTrails {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenTrails.class);

    private final Map<String, Verification> seen = new ConcurrentHashMap<>();

    BrokenTrails(MeterRegistry meters) {
        Gauge.builder("kreiskonzept.audit.broken", this, BrokenTrails::broken)
                .description("Trails with an entry that was changed, removed or put in; NaN before the first look")
                .register(meters);
    }

    /**
     * Notes what recomputing a trail has shown.
     *
     * @param trail opaque id of whose trail it is
     */
    public void note(String trail, Verification found) {
        seen.put(trail, found);
        if (found instanceof Verification.Broken broken) {
            LOG.error("The audit trail of {} is broken at position {}", trail, broken.position());
        }
    }

    /**
     * Forgets trails that are gone with what they belonged to.
     *
     * @param trails that are there
     */
    public void forgetOthers(Set<String> trails) {
        seen.keySet().retainAll(trails);
    }

    private double broken() {
        return seen.isEmpty()
                ? Double.NaN
                : seen.values().stream()
                        .filter(Verification.Broken.class::isInstance)
                        .count();
    }
}
