package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** How all operations of the concept answer. */
public final class Answers {
    private Answers() {}

    /**
     * Where a node goes.
     *
     * @param direction up or down
     */
    @Serdeable
    @Schema(name = "Move")
    public record Move(@Nullable String direction) {
        /** Whether the node goes up; refuses other words than up and down. */
        public boolean isUp() {
            return switch (text(direction, "")) {
                case "up" -> true;
                case "down" -> false;
                default -> throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "concept.refused.direction");
            };
        }
    }

    /** The view with its version as ETag. */
    public static <T> HttpResponse<T> one(T view, ToLongFunction<T> version) {
        return HttpResponse.ok(view).header(HttpHeaders.ETAG, Versions.tag(version.applyAsLong(view)));
    }

    /** The view of something new with its version as ETag. */
    public static <T> HttpResponse<T> created(T view, ToLongFunction<T> version) {
        return HttpResponse.created(view).header(HttpHeaders.ETAG, Versions.tag(version.applyAsLong(view)));
    }

    /** The part of the list that the request asks for. */
    public static <T> HttpResponse<List<T>> part(HttpRequest<?> request, List<T> all) {
        ListPart part = ListPart.of(request);
        List<T> shown = all.stream().skip(part.offset()).limit(part.size()).toList();
        return HttpResponse.ok(shown).header(HttpHeaders.LINK, part.links(request, all.size()));
    }

    /** Refuses the request with the first of the errors, if there is one. */
    public static void refuse(FormErrors errors) {
        errors.errors().stream().findFirst().ifPresent(error -> {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "invalid",
                    "concept.refused.input",
                    error.field(),
                    error.message());
        });
    }

    /** The status of a page that shows both texts where someone else was faster; any other refusal goes on. */
    public static MutableHttpResponse<Object> staleOr(Refusal refusal) {
        if (refusal.status() != HttpStatus.PRECONDITION_FAILED) {
            throw refusal;
        }
        return HttpResponse.status(HttpStatus.CONFLICT);
    }

    /** The value as text, or something else where there is none. */
    public static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    /** The value as text, null where there is none. */
    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
