package de.kreiskonzept.foundation.signin;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpClientAddressResolver;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a request comes from. Anybody can write the header {@code X-Forwarded-For}: it counts only when a neighbour sends it (a
 * proxy on this machine or in this private network), and of its addresses only the last, the one that the neighbour has seen itself.
 */
@Singleton
@Replaces(DefaultHttpClientAddressResolver.class)
final class ClientAddress implements HttpClientAddressResolver {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final int LONGEST = 45;

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public @Nullable String resolve(@Nullable HttpRequest request) {
        if (request == null) {
            return null;
        }
        var sender = request.getRemoteAddress().getAddress();
        if (sender == null) {
            return request.getRemoteAddress().getHostString();
        }
        List<String> forwarded = request.getHeaders().getAll(FORWARDED);
        var isNeighbour = sender.isLoopbackAddress() || sender.isSiteLocalAddress();
        return isNeighbour && !forwarded.isEmpty() ? last(forwarded.getLast()) : sender.getHostAddress();
    }

    private static String last(String addresses) {
        var last = addresses.substring(addresses.lastIndexOf(',') + 1).strip();
        return last.substring(0, Math.min(LONGEST, last.length()));
    }
}
