package de.kreiskonzept.foundation.web.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import java.util.concurrent.CompletableFuture;

/** The body of a request for whoever looks at it before the route does; the route reads it all the same. */
public final class SentBody {
    private SentBody() {}

    /** Returns the whole body once it has come; no bytes where there is none. */
    public static CompletableFuture<byte[]> of(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> received)) {
            return CompletableFuture.completedFuture(new byte[0]);
        }
        try (var copy = received.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST)) {
            return copy.buffer().thenApply(whole -> {
                try (whole) {
                    return whole.toByteArray();
                }
            });
        }
    }
}
