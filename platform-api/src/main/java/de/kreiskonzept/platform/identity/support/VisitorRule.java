package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.SignedIn.Visit;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.identity.support.VisitorRights.Route;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Asks {@link VisitorRights} at each request of a visitor, before any other rule, and records what is refused. Other rules are asked
 * afterwards: a visitor never may more than its role.
 */
@Singleton
final class VisitorRule implements SecurityRule<HttpRequest<?>> {
    private final SupportTrail trail;
    private final Workspaces workspaces;
    private final Scheduler blocking;

    VisitorRule(SupportTrail trail, Workspaces workspaces, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.trail = trail;
        this.workspaces = workspaces;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
        if (request == null || !(authentication instanceof SignedIn who) || who.visit() == null) {
            return Mono.just(SecurityRuleResult.UNKNOWN);
        }
        Visit visit = who.visit();
        var route = RouteAttributes.getRouteMatch(request);
        if (route.isEmpty() || VisitorRights.mayCall(route(request, route.get()), visit.writing())) {
            return Mono.just(SecurityRuleResult.UNKNOWN);
        }
        return Mono.fromCallable(() -> refuse(request, visit)).subscribeOn(blocking);
    }

    private static Route route(HttpRequest<?> request, RouteMatch<?> match) {
        var said = match.getRouteInfo().getAnnotationMetadata();
        return new Route(
                request.getMethodName(),
                Set.of(said.stringValues(Secured.class)),
                said.hasAnnotation(OfOwnAccount.class),
                said.hasAnnotation(OpenToVisitors.class));
    }

    private SecurityRuleResult refuse(HttpRequest<?> request, Visit visit) throws Exception {
        var county = CurrentWorkspace.of(request).orElseThrow();
        workspaces.in(county, () -> {
            trail.record(visit, "support.refused", request);
            return county;
        });
        throw new Refusal(
                HttpStatus.FORBIDDEN,
                "not-for-visitors",
                visit.writing() ? "support.refused.place" : "support.refused.reading");
    }
}
