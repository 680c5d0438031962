package de.kreiskonzept.foundation.log;

import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Number of one request: on its lines of the log, in the header of its answer, and on the page of a fault.
 *
 * @param value 12 hexadecimal digits, short enough to be told on the telephone
 * @param begin moment by {@link System#nanoTime()}
 */
public record RequestId(String value, long begin) implements LogField {
    /** Header of the answer. One that a request brings along is not read: what anybody can choose proves nothing. */
    public static final String HEADER = "X-Request-Id";

    private static final int DIGITS = 12;

    /** The number of a request; a new one for a request that has none, because Netty could not read it. */
    public static RequestId of(HttpRequest<?> request) {
        return request.getAttribute(HEADER, RequestId.class).orElseGet(RequestId::create);
    }

    static RequestId create() {
        String digits = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), DIGITS);
        return new RequestId(digits, System.nanoTime());
    }

    @Override
    public String field() {
        return "request";
    }

    /** Time since the request came. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
