package de.kreiskonzept.foundation.audit;

import de.kreiskonzept.foundation.route.WaitingThreads;
import de.kreiskonzept.foundation.signin.RefusedAccess;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.UUID;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Records each access that was refused to somebody who is known, in the trail of the tenant whose door it was: one entry with the
 * template of the route and the reason. Whoever is not signed in leaves none: anybody could fill the trail then.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(beans = SignInArea.class)
final class Refusals implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int AFTER_THE_TENANT = 200;
    private static final Actor STRANGER = Actor.without("fremdes Konto");

    private final SignInArea area;
    private final AuditTrail audit;
    private final RefusalLimit limit;
    private final WaitingThreads threads;

    Refusals(SignInArea area, AuditTrail audit, RefusalLimit limit, WaitingThreads threads) {
        this.area = area;
        this.audit = audit;
        this.limit = limit;
        this.threads = threads;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + AFTER_THE_TENANT;
    }

    /** Only an answer that refuses waits for another thread. */
    @ResponseFilter
    Publisher<MutableHttpResponse<?>> record(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var reason = reason(request, response);
        if (reason.isEmpty()) {
            return Mono.just(response);
        }
        return threads.call(() -> {
            area.tenant(request).ifPresent(tenant -> record(request, tenant, reason.get()));
            return response;
        });
    }

    private static Optional<RefusedAccess> reason(HttpRequest<?> request, HttpResponse<?> response) {
        return RefusedAccess.find(request)
                .or(() -> request.getUserPrincipal(SignedIn.class)
                        .filter(who -> response.code() == HttpStatus.FORBIDDEN.getCode())
                        .map(who -> RefusedAccess.RULE))
                .filter(reason -> reason != RefusedAccess.FOREIGN_FORM);
    }

    /** An answer that is ready is given even where its entry cannot be written. */
    private void record(HttpRequest<?> request, UUID tenant, RefusedAccess reason) {
        var actor = request.getUserPrincipal(SignedIn.class)
                .map(who -> new Actor(who.accountId(), who.name()))
                .orElse(STRANGER);
        var left = limit.take(tenant, actor.id());
        if (left < 0) {
            return;
        }
        var route = request.getMethodName() + " "
                + BasicHttpAttributes.getUriTemplate(request).orElse("-");
        var detail = reason.text() + (left == 0 ? " more-may-follow" : "");
        try {
            area.inTransaction(() -> {
                audit.record(actor, "access.refused", route, detail);
                return true;
            });
        } catch (RuntimeException e) {
            LOG.error(
                    "A refusal of {} was not recorded: {}", route, e.getClass().getName());
        }
    }
}
