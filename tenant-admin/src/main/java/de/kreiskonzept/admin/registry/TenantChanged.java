package de.kreiskonzept.admin.registry;

import de.kreiskonzept.model.tenant.TenantState;
import java.util.UUID;

/** Published after the commit of a change of state, on the thread of its transaction. */
public record TenantChanged(UUID tenantId, TenantState state) {}
