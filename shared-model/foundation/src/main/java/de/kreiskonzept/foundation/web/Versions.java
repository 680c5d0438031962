package de.kreiskonzept.foundation.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.util.regex.Pattern;

/** The version of a row as an entity tag (RFC 9110, 8.8.3): who changes a thing says which version was read. */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    /** Returns the value of the header {@code ETag}, for example {@code "7"} with its quotation marks. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Returns the version that the sender has read, from the header {@code If-Match}.
     *
     * @throws Refusal 428 when the header is missing, 412 when it cannot be a version of ours
     */
    public static long required(HttpHeaders headers) {
        var value = headers.get(HttpHeaders.IF_MATCH);
        if (value == null) {
            throw new Refusal(HttpStatus.PRECONDITION_REQUIRED, "version-missing", "problem.versionMissing");
        }
        var tag = TAG.matcher(value.strip());
        if (!tag.matches()) {
            throw Refusal.stale();
        }
        return Long.parseLong(tag.group(1));
    }

    /**
     * Compares the version that the sender has read with the one that is stored.
     *
     * @throws Refusal 412 when they differ
     */
    public static void check(long read, long stored) {
        if (read != stored) {
            throw Refusal.stale();
        }
    }
}
