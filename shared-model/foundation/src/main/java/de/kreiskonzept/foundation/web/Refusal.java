package de.kreiskonzept.foundation.web;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request cannot be done, and the person who sent it can do something about it. Thrown anywhere in a request: below
 * {@code /api/} it becomes a problem document (RFC 9457), elsewhere a German page.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String slug;
    private final String messageKey;
    private final transient Object[] args;
    private final @Nullable Duration retryAfter;

    /**
     * Creates a refusal.
     *
     * @param status 4xx, or 503
     * @param slug last part of the problem type {@code /problems/<slug>}
     * @param messageKey key of a German sentence that says what to do
     * @param args for the places of the sentence
     */
    public Refusal(HttpStatus status, String slug, String messageKey, Object... args) {
        this(null, status, slug, messageKey, args);
    }

    private Refusal(@Nullable Duration retryAfter, HttpStatus status, String slug, String messageKey, Object... args) {
        super(status.getCode() + " " + slug, null, false, false);
        this.status = status;
        this.slug = slug;
        this.messageKey = messageKey;
        this.args = args.clone();
        this.retryAfter = retryAfter;
    }

    /** What was asked for is not here, or not for this person: the answer is the same. */
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found", "problem.notFound");
    }

    /** The person is known but may not do this. */
    public static Refusal forbidden() {
        return new Refusal(HttpStatus.FORBIDDEN, "forbidden", "problem.forbidden");
    }

    /** The data changed since they were read. */
    public static Refusal stale() {
        return new Refusal(HttpStatus.PRECONDITION_FAILED, "stale-version", "problem.stale");
    }

    /**
     * Holds a change of one row with the version that was seen.
     *
     * @param rows that were changed; anything but 1 means that somebody was faster
     * @throws Refusal {@link #stale()}
     */
    public static void staleUnlessOne(int rows) {
        if (rows != 1) {
            throw stale();
        }
    }

    /** Returns a refusal for too many attempts; the answer carries {@code Retry-After}. */
    public static Refusal tooMany(Duration retryAfter, String messageKey, Object... args) {
        return new Refusal(retryAfter, HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", messageKey, args);
    }

    /** Returns a refusal for what a quota does not allow now but will soon; the answer carries {@code Retry-After}. */
    public static Refusal limited(Duration retryAfter, String slug, String messageKey, Object... args) {
        return new Refusal(retryAfter, HttpStatus.TOO_MANY_REQUESTS, slug, messageKey, args);
    }

    /** Returns a refusal with 503 for what we cannot do now but will soon; the answer carries {@code Retry-After}. */
    public static Refusal soon(Duration retryAfter, String slug, String messageKey, Object... args) {
        return new Refusal(retryAfter, HttpStatus.SERVICE_UNAVAILABLE, slug, messageKey, args);
    }

    /** Returns the HTTP status of the answer. */
    public HttpStatus status() {
        return status;
    }

    /** Returns the last part of the problem type. */
    public String slug() {
        return slug;
    }

    /** Returns the German sentence for the person. */
    public String sentence(Texts texts) {
        return texts.text(messageKey, args);
    }

    /** Returns the key of that sentence, which says why and holds nothing that somebody has typed. */
    public String key() {
        return messageKey;
    }

    /** Finds how long to wait before the next attempt. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
