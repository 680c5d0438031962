package de.kreiskonzept.admin.registry;

import de.kreiskonzept.model.tenant.TenantState;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One change of state.
 *
 * @param from null for the first one
 * @param actor name of the account that changed it, or of what did
 * @param reason German, may be empty
 */
public record TenantEvent(@Nullable TenantState from, TenantState to, String actor, String reason, OffsetDateTime at) {}
