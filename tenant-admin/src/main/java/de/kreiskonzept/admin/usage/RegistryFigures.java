package de.kreiskonzept.admin.usage;

import de.kreiskonzept.admin.datasource.Placement;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.migration.MigrationStatus;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.model.tenant.Occupancy;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Reads of the registry what the metrics tell of it, in one transaction. */
@Singleton
@Transactional(readOnly = true)
class RegistryFigures {
    private final Tenants tenants;
    private final MigrationProgress migration;
    private final Placement placement;

    RegistryFigures(Tenants tenants, MigrationProgress migration, Placement placement) {
        this.placement = placement;
        this.tenants = tenants;
        this.migration = migration;
    }

    /**
     * One look.
     *
     * @param tenants how many there are in each state; a state that none is in may be missing
     * @param dataSources all of the settings
     */
    record Seen(Map<TenantState, Integer> tenants, MigrationStatus migration, List<Occupancy> dataSources) {
        /** The data source of this name, which the settings name. */
        Occupancy dataSource(String name) {
            return dataSources.stream()
                    .filter(each -> each.dataSource().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Seen look() {
        return new Seen(tenants.countByState(), migration.status(), placement.list());
    }
}
