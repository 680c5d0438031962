package de.kreiskonzept.admin.provisioning;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/** How long it takes to build workspaces, for the metrics. */
@Context
final class Durations {
    private final Timer finished;
    private final Timer stopped;

    Durations(MeterRegistry meters) {
        this.finished = timer(meters, "finished");
        this.stopped = timer(meters, "stopped");
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("kreiskonzept.provisioning")
                .tag("outcome", outcome)
                .register(meters);
    }

    /**
     * Notes one run that has done at least one step, or tried to.
     *
     * @param complete false where a step failed, or somebody else has taken over
     */
    void note(boolean complete, Duration length) {
        (complete ? finished : stopped).record(length);
    }
}
