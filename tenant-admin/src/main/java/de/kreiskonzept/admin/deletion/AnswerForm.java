package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.model.tenant.ExportAnswer;
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
    /** The choice that says what is stored; empty where nothing is. */
    static String chosen(@Nullable ExportAnswer stored) {
        return switch (stored) {
            case null -> "";
            case ExportAnswer.Taken _ -> "taken";
            case ExportAnswer.Declined _ -> "declined";
        };
    }

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
