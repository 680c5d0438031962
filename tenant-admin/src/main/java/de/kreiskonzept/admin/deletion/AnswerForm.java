package de.kreiskonzept.admin.deletion;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen about the export, or nothing but the version where a deletion is called off.
 *
 * @param export taken or declined
 */
@Serdeable
@Introspected
record AnswerForm(
        @Nullable String export,
        @Nullable Long version,
        @Nullable String csrfToken) {
    long read() {
        return version == null ? -1 : version;
    }

    boolean isChosen() {
        return isTaken() || "declined".equals(export);
    }

    boolean isTaken() {
        return "taken".equals(export);
    }
}
