package de.kreiskonzept.foundation.trace;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A collector of traces that speaks OTLP over HTTP and keeps what it gets, read by the published messages of OpenTelemetry. */
public final class CollectorUnderTest implements AutoCloseable {
    /** All that a span may say. */
    public static final Set<String> KNOWN = Set.of(
            "http.request.method",
            "http.route",
            "http.response.status_code",
            "kreiskonzept.request",
            "kreiskonzept.tenant",
            "db.system.name",
            "db.query.summary",
            "db.response.status_code");

    private static final int LONGEST_SECONDS = 30;

    private final HttpServer server;
    private final BlockingQueue<Span> arrived = new LinkedBlockingQueue<>();
    private final List<Span> spans = new ArrayList<>();

    private CollectorUnderTest(HttpServer server) {
        this.server = server;
    }

    /** Listens on a free port of this machine. */
    public static CollectorUnderTest start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var collector = new CollectorUnderTest(server);
        server.createContext("/v1/traces", exchange -> {
            var packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (var body = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                ExportTraceServiceRequest.parseFrom(body)
                        .getResourceSpansList()
                        .forEach(resource -> resource.getScopeSpansList()
                                .forEach(scope -> collector.arrived.addAll(scope.getSpansList())));
            }
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return collector;
    }

    /** Address for the setting. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The first span with this attribute; spans are sent some seconds after they ended. */
    public Span awaitSpan(String attribute, String value) throws InterruptedException {
        var found = spans.stream().filter(span -> has(span, attribute, value)).findFirst();
        while (found.isEmpty()) {
            var next = arrived.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no span with " + attribute + " " + value + " among " + spans);
            }
            spans.add(next);
            found = has(next, attribute, value) ? Optional.of(next) : found;
        }
        return found.get();
    }

    /** All that has arrived. */
    public List<Span> spans() {
        arrived.drainTo(spans);
        return List.copyOf(spans);
    }

    private static boolean has(Span span, String attribute, String value) {
        return value.equals(attributes(span).get(attribute));
    }

    /** What a span says. */
    public static Map<String, String> attributes(Span span) {
        return span.getAttributesList().stream()
                .collect(Collectors.toMap(attribute -> attribute.getKey(), attribute -> text(attribute.getValue())));
    }

    private static String text(AnyValue value) {
        return value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
