package de.kreiskonzept.platform.tenancy;

import de.kreiskonzept.model.tenant.Quota;
import de.kreiskonzept.model.tenant.TenantState;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
 * @param schemaVersion of its tables, as the registry has noted it; empty where it has not
 * @param state state of the tenant
 * @param quota how much it may use
 * @param sessionsSince when it was suspended or archived last, which ended all sessions; null where it never was
 */
public record Workspace(
        UUID id,
        String ags,
        String name,
        String slug,
        String dataSource,
        String schema,
        String role,
        String schemaVersion,
        TenantState state,
        Quota quota,
        @Nullable OffsetDateTime sessionsSince) {
    /** The same county as one that can only be read; as it is where it cannot be changed anyway. */
    Workspace readOnly() {
        return writable()
                ? new Workspace(
                        id,
                        ags,
                        name,
                        slug,
                        dataSource,
                        schema,
                        role,
                        schemaVersion,
                        TenantState.READ_ONLY,
                        quota,
                        sessionsSince)
                : this;
    }

    /** Whether its content may be changed now. */
    public boolean writable() {
        return state.writable();
    }

    /** Whether it is on its way to another database: then not even sessions of people may be changed. */
    public boolean isMoving() {
        return state == TenantState.MOVING;
    }

    /** Whether both are one county at one place, whatever else is said of it. */
    boolean standsWhere(Workspace other) {
        return id.equals(other.id)
                && dataSource.equals(other.dataSource)
                && schema.equals(other.schema)
                && role.equals(other.role);
    }

    /** Whether the registry says now that it stands elsewhere, or is on its way. */
    boolean hasMovedBy(Workspace now) {
        return now.isMoving() || !dataSource.equals(now.dataSource) || !schema.equals(now.schema);
    }
}
