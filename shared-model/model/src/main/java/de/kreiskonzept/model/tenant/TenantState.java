package de.kreiskonzept.model.tenant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** State of a county's workspace from the request to its end. */
public enum TenantState {
    /** A county has asked; its address is not confirmed. */
    REQUESTED,
    /** The address is confirmed; the provider has to decide. */
    VERIFIED,
    /** The provider has agreed; nothing is built yet. */
    APPROVED,
    /** Schema and role are being built. */
    PROVISIONING,
    /** In use. */
    ACTIVE,
    /** May be read, not changed. */
    READ_ONLY,
    /** On its way to another database; may be read, not changed. */
    MOVING,
    /** Closed by the provider for a time. */
    SUSPENDED,
    /** Closed for good, kept until the end of the retention period. */
    ARCHIVED,
    /** Being deleted; cannot be stopped. */
    DELETING,
    /** Gone; only the row in the registry is left. */
    DELETED,
    /** Building it has failed; may be resumed. */
    FAILED;

    /** States that may follow; empty for the last one. Requests that are rejected or run out become deleted. */
    public Set<TenantState> next() {
        return switch (this) {
            case REQUESTED -> Set.of(VERIFIED, DELETED);
            case VERIFIED -> Set.of(APPROVED, DELETED);
            case APPROVED -> Set.of(PROVISIONING, DELETED);
            case PROVISIONING -> Set.of(ACTIVE, FAILED);
            case ACTIVE -> Set.of(READ_ONLY, MOVING, SUSPENDED, ARCHIVED);
            case READ_ONLY -> Set.of(ACTIVE, MOVING, SUSPENDED, ARCHIVED);
            case MOVING -> Set.of(ACTIVE, READ_ONLY);
            case SUSPENDED -> Set.of(ACTIVE, READ_ONLY, ARCHIVED, DELETING);
            case ARCHIVED -> Set.of(READ_ONLY, DELETING);
            case DELETING -> Set.of(DELETED);
            case DELETED -> Set.of();
            case FAILED -> Set.of(PROVISIONING, DELETING);
        };
    }

    /**
     * The next state, if it may follow this one.
     *
     * @throws StateChangeRefused naming both states, if it may not
     */
    public TenantState to(TenantState next) {
        if (!next().contains(next)) {
            throw new StateChangeRefused(this, next);
        }
        return next;
    }

    /** Whether the county may read its content. */
    public boolean readable() {
        return this == ACTIVE || this == READ_ONLY || this == MOVING;
    }

    /** Whether the county may change its content. */
    public boolean writable() {
        return this == ACTIVE;
    }

    /** Whether it ends what people have opened in the county: they do not come back with it. */
    public boolean endsSessions() {
        return this == SUSPENDED || this == ARCHIVED;
    }

    /** Text in database and JSON: the name in lower case with '-', such as {@code read-only}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "tenant.state." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TenantState of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown tenant state: " + text));
    }
}
