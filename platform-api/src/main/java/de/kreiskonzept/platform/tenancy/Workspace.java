package de.kreiskonzept.platform.tenancy;

import de.kreiskonzept.model.tenant.Quota;
import de.kreiskonzept.model.tenant.TenantState;
import java.util.UUID;

/**
 * The workspace of one county, as the registry shows it to the platform.
 *
 * @param id key of the tenant
 * @param ags official key of the county (Amtlicher Gemeindeschlüssel, 5 digits, leading zero kept)
 * @param name full name, such as Landkreis Konstanz
 * @param slug first segment of the county's addresses
 * @param dataSource name of the database in which it stands
 * @param schema schema of its tables, opaque
 * @param role role that may use them, opaque
 * @param state state of the tenant
 * @param quota how much it may use
 */
public record Workspace(
        UUID id,
        String ags,
        String name,
        String slug,
        String dataSource,
        String schema,
        String role,
        TenantState state,
        Quota quota) {
    /** The same county in another state. */
    Workspace withState(TenantState other) {
        return new Workspace(id, ags, name, slug, dataSource, schema, role, other, quota);
    }

    /** Whether its content may be changed now. */
    public boolean writable() {
        return state.writable();
    }

    /** Whether it is on its way to another database: then not even sessions of people may be changed. */
    public boolean isMoving() {
        return state == TenantState.MOVING;
    }

    /** Whether the registry says now that it stands elsewhere, or is on its way. */
    boolean hasMovedBy(Workspace now) {
        return now.isMoving() || !dataSource.equals(now.dataSource) || !schema.equals(now.schema);
    }
}
