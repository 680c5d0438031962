package de.kreiskonzept.foundation.web.problem;

import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Refuses NUL characters in address, form and JSON before anything reads them; PostgreSQL cannot store them. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CleanInput implements Ordered {
    /** An escape in JSON is one only behind an even number of backslashes. */
    private static final Pattern NUL_IN_JSON = Pattern.compile("\0|(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private static final Pattern NUL_IN_FORM = Pattern.compile("\0|%00");

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + 100;
    }

    @RequestFilter
    Publisher<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        if (NUL_IN_FORM.matcher(request.getUri().toString()).find()) {
            return Mono.error(nul());
        }
        var pattern = request.getContentType().map(CleanInput::pattern).orElse(null);
        if (pattern == null || !(request instanceof ServerHttpRequest<?> received)) {
            return Mono.just(Optional.empty());
        }
        return Mono.fromFuture(() -> contains(received, pattern))
                .flatMap(found -> found ? Mono.error(nul()) : Mono.just(Optional.empty()));
    }

    private static @org.jspecify.annotations.Nullable Pattern pattern(MediaType type) {
        if (type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return NUL_IN_FORM;
        }
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json") ? NUL_IN_JSON : null;
    }

    private static java.util.concurrent.CompletableFuture<Boolean> contains(
            ServerHttpRequest<?> request, Pattern pattern) {
        try (var copy = request.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST)) {
            return copy.buffer().thenApply(whole -> {
                try (whole) {
                    var text = new String(whole.toByteArray(), StandardCharsets.ISO_8859_1);
                    return pattern.matcher(text).find();
                }
            });
        }
    }

    private static Refusal nul() {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid", "problem.nul");
    }
}
