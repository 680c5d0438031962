package de.kreiskonzept.foundation.log;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each request a number and writes one line when it is answered: method, template of the route, status, milliseconds. Never the
 * path itself, which holds the county's name and may hold a link that opens something.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        RequestId id = RequestId.create();
        request.setAttribute(RequestId.HEADER, id);
        context.add(id);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RequestId id = RequestId.of(request);
        response.header(RequestId.HEADER, id.value());
        String route = BasicHttpAttributes.getUriTemplate(request).orElse("-");
        if (LOG.isInfoEnabled() && !isOfManagement(route)) {
            LOG.atInfo()
                    .addKeyValue("status", response.code())
                    .addKeyValue("duration", id.age().toMillis())
                    .log("{} {} {}", request.getMethod(), route, response.code());
        }
    }

    private static boolean isOfManagement(String route) {
        return route.startsWith("/health") || route.equals("/metrics");
    }
}
