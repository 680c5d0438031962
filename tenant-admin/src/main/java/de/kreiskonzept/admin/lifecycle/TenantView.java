package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.registry.Tenant;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A county that has, wants or had a workspace; nothing of its content.
 *
 * @param state one of the twelve states, such as active or read-only
 * @param dataSource name of the database in which its workspace stands, or is to be built
 * @param schemaVersion fingerprint of the script its schema was built from; null before it is built
 * @param createdAt ISO-8601, like modifiedAt
 */
@Serdeable
@Schema(name = "Tenant")
public record TenantView(
        String id,
        String ags,
        String name,
        String slug,
        String state,
        String dataSource,
        @Nullable String schemaVersion,
        String createdAt,
        String modifiedAt,
        long version) {

    /** The tenant as clients see it. */
    public static TenantView of(Tenant tenant) {
        return new TenantView(
                tenant.id().toString(),
                tenant.ags().text(),
                tenant.name(),
                tenant.slug(),
                tenant.state().text(),
                tenant.dataSource(),
                tenant.schemaVersion(),
                tenant.createdAt().toInstant().toString(),
                tenant.modifiedAt().toInstant().toString(),
                tenant.version());
    }
}
