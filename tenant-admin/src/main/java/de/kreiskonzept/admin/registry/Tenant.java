package de.kreiskonzept.admin.registry;

import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.TenantState;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A county that has, wants or had a workspace.
 *
 * @param name of the county, unique in the catalogue, for example "Landkreis Konstanz"
 * @param slug first path segment of its pages
 * @param dataSource name of the database in which its workspace stands, or is to be built
 * @param schema name of schema and role in the database
 * @param schemaVersion fingerprint of the script its schema was built from; null before it is built
 * @param version counts the changes of the row, from 0
 */
public record Tenant(
        UUID id,
        Ags ags,
        String name,
        String slug,
        String dataSource,
        String schema,
        TenantState state,
        @Nullable String schemaVersion,
        OffsetDateTime createdAt,
        OffsetDateTime modifiedAt,
        long version) {
    /** Where its workspace stands, or is to be built. */
    public Place place() {
        return new Place(dataSource, schema);
    }
}
