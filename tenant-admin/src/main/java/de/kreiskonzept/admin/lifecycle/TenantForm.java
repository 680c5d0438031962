package de.kreiskonzept.admin.lifecycle;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What the forms of a workspace send. */
@Serdeable
@Introspected
record TenantForm(
        @Nullable String reason,
        @Nullable Long version,
        @Nullable String csrfToken) {
    String text() {
        return reason == null ? "" : reason;
    }

    long read() {
        return version == null ? -1 : version;
    }
}
