package de.kreiskonzept.platform.publication;

import de.kreiskonzept.foundation.database.Sha256;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers that anybody may keep for five minutes, and that are sent again only where they have changed (RFC 9110, 13.1.2). */
@Singleton
public class Kept {
    private static final String PUBLIC = "public, max-age=300";
    private static final int SIGNS = 32;

    private final Openness openness;
    private final PublicFrames frames;

    Kept(Openness openness, PublicFrames frames) {
        this.openness = openness;
        this.frames = frames;
    }

    /**
     * The answer, or 304 where the sender has it already.
     *
     * @param content made only where it is needed
     */
    <T> MutableHttpResponse<?> answer(HttpRequest<?> request, Function<Shown, T> content) {
        return answer(request, tag(request.getUri().toString()), () -> content.apply(openness.get()));
    }

    /**
     * The answer, or 304 where the sender has it already.
     *
     * @param tag value of the header ETag, in quotation marks
     * @param content made only where it is needed
     */
    public static <T> MutableHttpResponse<?> answer(HttpRequest<?> request, String tag, Supplier<T> content) {
        String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        boolean has =
                known != null && Arrays.asList(known.split("\\s*,\\s*", -1)).contains(tag);
        MutableHttpResponse<?> answer = has ? HttpResponse.notModified() : HttpResponse.ok(content.get());
        return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, PUBLIC);
    }

    /** The tag of what is sent in these bytes. */
    public static String tag(byte[] content) {
        return '"' + HexFormat.of().formatHex(Sha256.of(content)).substring(0, SIGNS) + '"';
    }

    private String tag(String address) {
        Openness.Head head = openness.head();
        String all = String.join(
                " ",
                address,
                frames.look(),
                String.valueOf(head.settings().version()),
                head.release().map(one -> one.id().toString()).orElse(""),
                head.version().map(one -> one.id() + " " + one.version()).orElse(""));
        return tag(all.getBytes(StandardCharsets.UTF_8));
    }
}
