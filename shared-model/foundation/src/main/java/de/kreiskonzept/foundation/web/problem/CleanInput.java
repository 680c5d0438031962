package de.kreiskonzept.foundation.web.problem;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.form.SentBody;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Refuses what is no text in address, form and JSON before anything reads it: bytes that are not UTF-8 would be replaced silently, and
 * PostgreSQL cannot store NUL.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CleanInput implements Ordered {
    /** An escape in JSON is one only behind an even number of backslashes. */
    private static final Pattern NUL_IN_JSON = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private enum Kind {
        FORM,
        JSON,
        OTHER
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + 100;
    }

    @RequestFilter
    Publisher<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        check(request.getUri().toString().getBytes(StandardCharsets.UTF_8), Kind.FORM);
        var kind = request.getContentType().map(CleanInput::kind).orElse(Kind.OTHER);
        if (kind == Kind.OTHER) {
            return Mono.just(Optional.empty());
        }
        return Mono.fromFuture(() -> SentBody.of(request)).map(body -> {
            check(body, kind);
            return Optional.empty();
        });
    }

    private static Kind kind(MediaType type) {
        if (type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return Kind.FORM;
        }
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json") ? Kind.JSON : Kind.OTHER;
    }

    private static void check(byte[] bytes, Kind kind) {
        var text = text(kind == Kind.FORM ? unescaped(bytes) : bytes);
        if (text.indexOf('\0') >= 0
                || (kind == Kind.JSON && NUL_IN_JSON.matcher(text).find())) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "problem.nul");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "problem.noText");
        }
    }

    /** What {@code %} and two digits stand for; what is no escape stays as it is. */
    private static byte[] unescaped(byte[] bytes) {
        var plain = new ByteArrayOutputStream(bytes.length);
        for (var i = 0; i < bytes.length; i++) {
            var isEscape = bytes[i] == '%' && digit(bytes, i + 1) >= 0 && digit(bytes, i + 2) >= 0;
            plain.write(isEscape ? digit(bytes, i + 1) * 16 + digit(bytes, i + 2) : bytes[i]);
            i += isEscape ? 2 : 0;
        }
        return plain.toByteArray();
    }

    private static int digit(byte[] bytes, int place) {
        return place < bytes.length ? Character.digit(bytes[place], 16) : -1;
    }
}
