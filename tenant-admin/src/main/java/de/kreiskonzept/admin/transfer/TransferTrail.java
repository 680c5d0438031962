package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.datasource.Placement;
import de.kreiskonzept.admin.provisioning.Progress;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What the registry notes of exports and imports, each in one transaction. */
@Singleton
@Transactional
class TransferTrail {
    private final Tenants tenants;
    private final Progress progress;
    private final Placement placement;
    private final CountyCatalogue catalogue;
    private final SpareSchemas spares;
    private final AuditTrail audit;

    TransferTrail(
            Tenants tenants,
            Progress progress,
            Placement placement,
            CountyCatalogue catalogue,
            SpareSchemas spares,
            AuditTrail audit) {
        this.tenants = tenants;
        this.progress = progress;
        this.placement = placement;
        this.catalogue = catalogue;
        this.spares = spares;
        this.audit = audit;
    }

    void exported(Actor actor, UUID tenant, Manifest manifest) {
        audit.record(actor, "tenant.exported", tenant.toString(), manifest.digest());
    }

    /**
     * Enters a county whose workspace stands already in this schema; all of it is one entry in the trail.
     *
     * @param place of the schema, which is taken into use
     * @param watcher is told within the transaction
     * @throws Refusal 409 when the county has a workspace or an open request, the schema is being removed, or the data source is full by now
     */
    Tenant imported(Actor actor, County county, Place place, Manifest manifest, Filling.Watcher watcher) {
        placement.checkRoom(place.dataSource());
        if (!spares.take(place.schema())) {
            throw ImportFailure.TOO_LATE.refusal();
        }
        return audit.getAsOne(
                actor,
                () -> enter(actor, county, place, watcher),
                tenant -> new Act("tenant.imported", tenant.id().toString(), manifest.digest()));
    }

    private Tenant enter(Actor actor, County county, Place place, Filling.Watcher watcher) {
        var slug = catalogue.slugOf(county.ags());
        var id = tenants.create(county, slug, place, actor, "Import")
                .orElseThrow(() -> taken(county))
                .id();
        progress.imported(id, actor);
        tenants.builtNow(id);
        watcher.entered(id);
        return tenants.get(id);
    }

    static Refusal taken(County county) {
        return ImportFailure.TAKEN.refusal(county.displayName());
    }
}
