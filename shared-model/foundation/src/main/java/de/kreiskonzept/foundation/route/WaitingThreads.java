package de.kreiskonzept.foundation.route;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads that may wait for a database, for filters, which run on the few threads that all requests share. */
@Singleton
public final class WaitingThreads {
    private final Scheduler threads;

    WaitingThreads(@Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.threads = Schedulers.fromExecutorService(threads);
    }

    /** Does the work there, in the context of the caller; what it throws is the error of the answer. */
    public <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(PropagatedContext.getOrEmpty().wrap(work)).subscribeOn(threads);
    }
}
