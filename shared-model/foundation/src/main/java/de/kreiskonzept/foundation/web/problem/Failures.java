package de.kreiskonzept.foundation.web.problem;

import de.kreiskonzept.foundation.log.RequestId;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every exception that no other handler knows. Messages of the database and of libraries may carry row values:
 * they reach neither the client nor the log. The log gets classes, places in our code, SQLSTATE and the number of the
 * request; the client gets the number.
 */
@Singleton
final class Failures implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String OWN = "de.kreiskonzept";
    private static final int DEPTH = 8;

    private final Problems problems;

    Failures(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        var refusal = refusal(failure);
        if (refusal.isPresent()) {
            return problems.answer(request, refusal.get());
        }
        var number = RequestId.of((HttpRequest<?>) request).value();
        var status = sqlState(failure).map(Failures::status).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        LOG.error("fault {} at {}: {}", number, request.getMethodName(), trail(failure));
        return problems.answer(request, status, number);
    }

    private static Optional<Refusal> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            if (cause instanceof OptimisticLockException) {
                return Optional.of(Refusal.stale());
            }
        }
        return sqlState(failure).flatMap(Failures::refusal);
    }

    /** Errors of the database that the sender can do something about, by SQLSTATE (PostgreSQL, appendix A). */
    private static Optional<Refusal> refusal(String sqlState) {
        return switch (sqlState) {
            case "23505" -> Optional.of(new Refusal(HttpStatus.CONFLICT, "exists-already", "problem.existsAlready"));
            case "23503" -> Optional.of(new Refusal(HttpStatus.CONFLICT, "still-used", "problem.stillUsed"));
            case "40001", "40P01" -> Optional.of(new Refusal(HttpStatus.CONFLICT, "try-again", "problem.tryAgain"));
            case "25006" -> Optional.of(new Refusal(HttpStatus.CONFLICT, "read-only", "problem.readOnly"));
            case "22021", "22P05" -> Optional.of(new Refusal(HttpStatus.BAD_REQUEST, "invalid", "problem.nul"));
            case "22001", "22003", "23502", "23514" ->
                Optional.of(new Refusal(HttpStatus.BAD_REQUEST, "invalid", "problem.invalid"));
            default -> Optional.empty();
        };
    }

    private static HttpStatus status(String sqlState) {
        var busy = sqlState.startsWith("08") || sqlState.startsWith("53") || sqlState.startsWith("57");
        return busy ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static Optional<String> sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error && error.getSQLState() != null) {
                return Optional.of(error.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static String trail(Throwable failure) {
        var trail = new StringJoiner(" <- ");
        var depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEPTH; cause = cause.getCause()) {
            trail.add(name(cause) + place(cause));
            depth++;
        }
        return trail.toString();
    }

    private static String name(Throwable cause) {
        var name = cause.getClass().getName();
        return cause instanceof SQLException error ? name + "[" + error.getSQLState() + "]" : name;
    }

    private static String place(Throwable cause) {
        var frame = first(cause);
        return frame == null ? "" : " at " + frame.getClassName() + ":" + frame.getLineNumber();
    }

    private static @Nullable StackTraceElement first(Throwable cause) {
        var frames = cause.getStackTrace();
        for (var frame : frames) {
            if (frame.getClassName().startsWith(OWN)) {
                return frame;
            }
        }
        return frames.length == 0 ? null : frames[0];
    }
}
