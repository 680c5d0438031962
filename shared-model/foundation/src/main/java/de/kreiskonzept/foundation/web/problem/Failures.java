package de.kreiskonzept.foundation.web.problem;

import de.kreiskonzept.foundation.database.SqlState;
import de.kreiskonzept.foundation.log.RequestId;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
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
    private static final String DISK_FULL = "53100";

    /** Connection lost, resources short, ended by somebody or by a limit of time (PostgreSQL, appendix A). */
    private static final List<String> SHORTAGE = List.of("08", "53", "57");

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
        LOG.error("fault {} at {}: {}", number, request.getMethodName(), trail(failure));
        return shortage(failure)
                .map(soon -> problems.answer(request, soon))
                .orElseGet(() -> problems.answer(request, HttpStatus.INTERNAL_SERVER_ERROR, number));
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
        return SqlState.of(failure).flatMap(Failures::refusal);
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

    /** What the system is short of now and will have again without anybody who repairs our data: connections, space, the database itself. */
    private static Optional<Refusal> shortage(Throwable failure) {
        var state = SqlState.of(failure).orElse("");
        if (state.equals(DISK_FULL)) {
            return Optional.of(Refusal.soon(Duration.ofMinutes(1), "no-space", "problem.noSpace"));
        }
        return isWithoutConnection(failure) || SHORTAGE.stream().anyMatch(state::startsWith)
                ? Optional.of(Refusal.soon(Duration.ofSeconds(5), "not-reachable", "problem.notReachable"))
                : Optional.empty();
    }

    /** A pool that has no connection in time, and a transaction whose connection was lost, say so without any SQLSTATE. */
    private static boolean isWithoutConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof ConnectionException) {
                return true;
            }
        }
        return false;
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
