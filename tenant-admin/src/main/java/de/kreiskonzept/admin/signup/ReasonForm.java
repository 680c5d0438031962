package de.kreiskonzept.admin.signup;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A form that asks for a reason. */
@Serdeable
@Introspected
public record ReasonForm(@Nullable String reason, @Nullable String csrfToken) {
    /** The reason; empty where the form held none. */
    public String text() {
        return reason == null ? "" : reason;
    }
}
