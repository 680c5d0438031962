package de.kreiskonzept.foundation.trace;

import de.kreiskonzept.foundation.log.LogField;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/**
 * A span for each request, with what stands on the lines of its log and nothing more: the template of the route, never the path, no
 * query, no address, no browser. Each is the root of its trace: a parent that a client names proves nothing.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(bean = Tracer.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestSpans {
    private static final int FAULT = 500;

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The request that statements belong to. */
    record Open(Span span) implements PropagatedContextElement {}

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        var open = new Open(tracer.spanBuilder(request.getMethodName())
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .startSpan());
        request.setAttribute(Open.class.getName(), open);
        context.add(open);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(Open.class.getName(), Open.class).map(Open::span).ifPresent(span -> {
            var route = BasicHttpAttributes.getUriTemplate(request).orElse("-");
            span.updateName(request.getMethodName() + " " + route);
            span.setAttribute("http.request.method", request.getMethodName());
            span.setAttribute("http.route", route);
            span.setAttribute("http.response.status_code", response.code());
            PropagatedContext.getOrEmpty()
                    .findAll(LogField.class)
                    .forEach(field -> span.setAttribute("kreiskonzept." + field.field(), field.value()));
            if (response.code() >= FAULT) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
    }
}
