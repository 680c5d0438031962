package de.kreiskonzept.foundation.web.problem;

import de.kreiskonzept.foundation.web.FieldError;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the German words for what went wrong; never repeats a message of a library, because it may hold content. */
@Singleton
final class Diagnosis {
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("Unknown property \\[([\\w.\\-]{1,60})]");
    private static final Set<Integer> KNOWN =
            Set.of(400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 414, 415, 422, 428, 429, 431, 500, 503);

    private final Texts texts;

    Diagnosis(Texts texts) {
        this.texts = texts;
    }

    /** Returns the problem of a refusal. */
    Problem of(Refusal refusal) {
        var errors = refusal instanceof InvalidFields fields ? fields.errors().errors() : List.<FieldError>of();
        return problem(refusal.status().getCode(), refusal.slug(), refusal.sentence(texts), errors);
    }

    /** Returns the problem of a fault of ours: no detail, only a number. */
    Problem of(HttpStatus status, String number) {
        return new Problem(
                "/problems/fault", title(status.getCode(), "fault"), status.getCode(), null, number, List.of());
    }

    /** Returns the problem of an error that Micronaut found. */
    Problem of(HttpRequest<?> request, @Nullable Throwable cause, HttpStatus status) {
        return switch (cause) {
            case Refusal refusal -> of(refusal);
            case ConstraintViolationException invalid -> invalid(invalid);
            case ConversionErrorException conversion when isInPath(request, conversion.getArgument()) -> bare(404);
            case ConversionErrorException conversion -> wrongValue(conversion, conversion.getArgument());
            case UnsatisfiedRouteException missing ->
                field("missing", missing.getArgument().getName());
            case null -> bare(status.getCode());
            default -> status.getCode() == 400 ? body(cause) : bare(status.getCode());
        };
    }

    private static boolean isInPath(HttpRequest<?> request, Argument<?> argument) {
        return RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(UriRouteMatch.class::cast)
                .filter(match -> match.getVariableValues().containsKey(argument.getName()))
                .isPresent();
    }

    private Problem wrongValue(ConversionErrorException conversion, Argument<?> argument) {
        for (Throwable cause = conversion; cause != null; cause = cause.getCause()) {
            if (cause instanceof SerdeException) {
                return body(conversion);
            }
        }
        return field("wrongType", argument.getName());
    }

    /** The body of a request could not be read: unknown field, wrong type, or not JSON at all. */
    private Problem body(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            var unknown = UNKNOWN_FIELD.matcher(String.valueOf(cause.getMessage()));
            if (unknown.find()) {
                return field("unknownField", unknown.group(1));
            }
            if (cause instanceof SerdeException serde && !serde.getPath().isEmpty()) {
                return field(
                        "wrongType", serde.getPath().getLast().getArgument().getName());
            }
        }
        return problem(400, "unreadable", texts.text("problem.unreadable"), List.of());
    }

    private Problem field(String kind, String name) {
        var sentence = texts.text("problem." + kind, name);
        return problem(400, "invalid", sentence, List.of(new FieldError(name, sentence)));
    }

    private Problem invalid(ConstraintViolationException invalid) {
        var errors = invalid.getConstraintViolations().stream().map(this::error).toList();
        return problem(400, "invalid", texts.text("problem.invalid"), errors);
    }

    private FieldError error(ConstraintViolation<?> violation) {
        var name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName() == null ? name : node.getName();
        }
        return new FieldError(name, rule(violation, name));
    }

    private String rule(ConstraintViolation<?> violation, String name) {
        var constraint = violation.getConstraintDescriptor();
        var rules = constraint.getAttributes();
        return switch (constraint.getAnnotation().annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> texts.text("problem.missing", name);
            case "Size" -> texts.text("problem.size", name, rules.getOrDefault("min", 0), rules.getOrDefault("max", 0));
            case "Min", "PositiveOrZero", "Positive" -> texts.text("problem.tooSmall", name);
            case "Max" -> texts.text("problem.tooLarge", name);
            default -> texts.text("problem.wrongType", name);
        };
    }

    /** Returns the status for a request that Netty could not read; Micronaut says 413 to all of them. */
    static HttpStatus status(HttpRequest<?> request, HttpStatus found) {
        var unread = request instanceof NettyHttpRequest<?> received
                ? received.getNativeRequest().decoderResult().cause()
                : null;
        return switch (unread) {
            case null -> found;
            case TooLongHttpLineException _ -> HttpStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException _ -> HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> HttpStatus.BAD_REQUEST;
        };
    }

    private Problem bare(int status) {
        var detail = status < 500 ? texts.text("problem.status." + known(status)) : null;
        return problem(status, slug(status), detail, List.of());
    }

    private static int known(int status) {
        return KNOWN.contains(status) ? status : 400;
    }

    private static String slug(int status) {
        return switch (status) {
            case 401 -> "not-signed-in";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            case 415 -> "media-type";
            default -> status < 500 ? "invalid" : "fault";
        };
    }

    private Problem problem(int status, String slug, @Nullable String detail, List<FieldError> errors) {
        return new Problem("/problems/" + slug, title(status, slug), status, detail, null, errors);
    }

    /** A refusal by the state of a whole county is not what its status says of a single request. */
    private String title(int status, String slug) {
        String own = "problem.title." + slug;
        return texts.has(own)
                ? texts.text(own)
                : texts.text("problem.title." + (KNOWN.contains(status) ? status : status < 500 ? 400 : 500));
    }
}
