package de.kreiskonzept.admin.datasource;

import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Occupancy;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
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
        var counties = tenants.countByDataSource();
        return sources.list().stream()
                .map(source -> new Occupancy(source.name(), counties.getOrDefault(source.name(), 0), source.capacity()))
                .toList();
    }

    /** Lets nobody else say where a workspace goes until the transaction ends. */
    public void lock() {
        tenants.lockPlaces();
    }

    /**
     * The data source with most room. Two that ask in their transactions follow each other, so that none gets more than its capacity.
     *
     * @throws Refusal 409 where all are full
     */
    public String choose() {
        lock();
        return Occupancy.roomiest(list())
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
}
