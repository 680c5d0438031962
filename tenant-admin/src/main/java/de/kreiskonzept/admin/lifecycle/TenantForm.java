package de.kreiskonzept.admin.lifecycle;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the forms of a workspace send. */
@Serdeable
@Introspected
record TenantForm(
        @Nullable String action,
        @Nullable String reason,
        @Nullable Long version,
        @Nullable String csrfToken) {
    String text() {
        return reason == null ? "" : reason;
    }

    /** The change of state that was chosen; empty where there is no such. */
    Optional<TenantAction> chosen() {
        return Arrays.stream(TenantAction.values())
                .filter(each -> each.changesState() && each.text().equals(action))
                .findFirst();
    }

    long read() {
        return version == null ? -1 : version;
    }
}
