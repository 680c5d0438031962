package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.signin.SessionCookie;
import de.kreiskonzept.platform.tenancy.support.Admission;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Makes the browser of a visitor forget the visit that is over, together with the page that says so. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class VisitorCookie implements Ordered {
    private final SessionCookie cookie;

    VisitorCookie(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @ResponseFilter
    void forget(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getAttribute(Admission.OVER).isPresent()) {
            response.cookie(cookie.empty(request));
        }
    }
}
