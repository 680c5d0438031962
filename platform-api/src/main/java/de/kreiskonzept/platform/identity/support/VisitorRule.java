package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.route.DeclaredRoles;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.identity.support.VisitorRights.Route;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Asks {@link VisitorRights} at each request of a visitor, before any other rule. Other rules are asked afterwards: a visitor never may
 * more than its role.
 */
@Singleton
final class VisitorRule implements SecurityRule<HttpRequest<?>> {
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
        var writing = who.visit().writing();
        var route = RouteAttributes.getRouteMatch(request);
        if (route.isEmpty() || VisitorRights.mayCall(route(request, route.get()), writing)) {
            return Mono.just(SecurityRuleResult.UNKNOWN);
        }
        return Mono.error(new Refusal(
                HttpStatus.FORBIDDEN,
                "not-for-visitors",
                writing ? "support.refused.place" : "support.refused.reading"));
    }

    private static Route route(HttpRequest<?> request, RouteMatch<?> match) {
        var said = match.getRouteInfo().getAnnotationMetadata();
        return new Route(
                request.getMethodName(),
                DeclaredRoles.of(match.getRouteInfo()),
                said.hasAnnotation(OfOwnAccount.class),
                said.hasAnnotation(OpenToVisitors.class));
    }
}
