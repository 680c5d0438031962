package de.kreiskonzept.admin.datasource;

import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Occupancy;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says in which data source a new workspace goes: the one with most room. */
@Singleton
@Transactional
public class Placement {
    private final Tenants tenants;
    private final DataSources sources;

    Placement(Tenants tenants, DataSources sources) {
        this.tenants = tenants;
        this.sources = sources;
    }

    /** How full all data sources of the settings are, that of the registry first. */
    public List<Occupancy> list() {
        return occupancies(tenants.countByDataSource());
    }

    /**
     * The data source with most room. Two that ask in their transactions follow each other, so that none gets more than its capacity.
     *
     * @throws Refusal 409 where all are full
     */
    public String choose() {
        return Occupancy.roomiest(occupancies(tenants.lockDataSources()))
                .map(Occupancy::dataSource)
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "data-source-full", "datasource.full"));
    }

    /**
     * Says where the workspace of a tenant is to be built; joins the transaction that lets it be built.
     *
     * @throws Refusal 409 where all data sources are full
     */
    public void place(UUID tenant) {
        tenants.buildIn(tenant, choose());
    }

    private List<Occupancy> occupancies(Map<String, Integer> counties) {
        return sources.list().stream()
                .map(source -> new Occupancy(source.name(), counties.getOrDefault(source.name(), 0), source.capacity()))
                .toList();
    }
}
