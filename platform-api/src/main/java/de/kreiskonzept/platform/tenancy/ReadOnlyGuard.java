package de.kreiskonzept.platform.tenancy;

import de.kreiskonzept.foundation.route.Reading;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import java.time.Duration;

/**
 * Refuses changes while a county is read-only, and everything but reading while it moves to another database, after it is known who asks and
 * before anything is done: with one sentence, whatever the request is about. PostgreSQL would refuse them too, see {@link Binding}. For a visitor who may only
 * read every county is read-only.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ReadOnlyGuard implements Ordered {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final CurrentWorkspace county;

    ReadOnlyGuard(CurrentWorkspace county) {
        this.county = county;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + 50;
    }

    @RequestFilter
    void check(HttpRequest<?> request, MutablePropagatedContext context) {
        boolean reads = Reading.is(request.getMethodName());
        county.find().filter(workspace -> !reads && workspace.isMoving()).ifPresent(workspace -> {
            throw moving(workspace);
        });
        if (!reads && isChange(request)) {
            county.find().filter(workspace -> !workspace.writable()).ifPresent(workspace -> {
                throw new Refusal(HttpStatus.CONFLICT, "read-only", "tenancy.county.readOnly", workspace.name());
            });
        }
        request.getUserPrincipal(SignedIn.class)
                .map(SignedIn::visit)
                .filter(visit -> !visit.writing())
                .ifPresent(visit -> CurrentWorkspace.bindReadOnly(context));
    }

    static Refusal moving(Workspace workspace) {
        return Refusal.soon(SOON, "county-moving", "tenancy.county.moving", workspace.name());
    }

    private static boolean isChange(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(route -> !route.getRouteInfo().getAnnotationMetadata().hasAnnotation(ChangesNoContent.class))
                .isPresent();
    }
}
