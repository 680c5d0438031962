package de.kreiskonzept.admin.registry;

import de.kreiskonzept.model.tenant.TenantState;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants a list holds.
 *
 * @param search part of the name, or an AGS; empty for all
 * @param state null for all but the deleted ones
 */
public record TenantFilter(String search, @Nullable TenantState state) {
    /** All tenants but the deleted ones. */
    public static final TenantFilter ALL = new TenantFilter("", null);
}
