package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.provisioning.Progress;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What the registry notes of exports and imports, each in one transaction. */
@Singleton
@Transactional
class TransferTrail {
    private final Tenants tenants;
    private final Progress progress;
    private final WorkspaceSchema schema;
    private final CountyCatalogue catalogue;
    private final AuditTrail audit;

    TransferTrail(
            Tenants tenants, Progress progress, WorkspaceSchema schema, CountyCatalogue catalogue, AuditTrail audit) {
        this.tenants = tenants;
        this.progress = progress;
        this.schema = schema;
        this.catalogue = catalogue;
        this.audit = audit;
    }

    void exported(Actor actor, UUID tenant, Manifest manifest) {
        audit.record(actor, "tenant.exported", tenant.toString(), manifest.digest());
    }

    /**
     * Enters a county whose workspace stands already in this schema; empty when it has a workspace or an open request.
     *
     * @param name of schema and role
     */
    Optional<Tenant> imported(Actor actor, County county, String name, Manifest manifest) {
        var slug = catalogue.slugOf(county.ags());
        return tenants.create(county, slug, name, actor, "Import").map(tenant -> {
            progress.imported(tenant.id(), actor);
            tenants.builtFrom(tenant.id(), schema.version());
            audit.record(actor, "tenant.imported", tenant.id().toString(), manifest.digest());
            return tenants.get(tenant.id());
        });
    }
}
