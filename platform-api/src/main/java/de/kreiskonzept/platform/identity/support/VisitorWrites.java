package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.SignedIn.Visit;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Records each change of a visitor just before it is made, after everything that could refuse it unseen; what changes nothing is not recorded. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class VisitorWrites implements Ordered {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LAST = 60;

    private final SupportTrail trail;
    private final Scheduler blocking;

    VisitorWrites(SupportTrail trail, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.trail = trail;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + LAST;
    }

    @RequestFilter
    Publisher<Optional<HttpResponse<?>>> record(HttpRequest<?> request) {
        if (READING.contains(request.getMethodName()) || !changesContent(request)) {
            return Mono.just(Optional.empty());
        }
        return request.getUserPrincipal(SignedIn.class)
                .map(SignedIn::visit)
                .map(visit -> record(request, visit))
                .orElseGet(() -> Mono.just(Optional.empty()));
    }

    private Mono<Optional<HttpResponse<?>>> record(HttpRequest<?> request, Visit visit) {
        Callable<Optional<HttpResponse<?>>> entry = () -> {
            trail.record(visit, "support.wrote", request);
            return Optional.empty();
        };
        return Mono.fromCallable(PropagatedContext.getOrEmpty().wrap(entry)).subscribeOn(blocking);
    }

    private static boolean changesContent(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(route -> !route.getRouteInfo().getAnnotationMetadata().hasAnnotation(ChangesNoContent.class))
                .isPresent();
    }
}
