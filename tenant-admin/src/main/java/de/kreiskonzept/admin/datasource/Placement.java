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

/** Says in which data source a new workspace goes: the one with most room among those that are ready. */
@Singleton
@Transactional
public class Placement {
    private final Tenants tenants;
    private final DataSources sources;
    private final Readiness readiness;

    Placement(Tenants tenants, DataSources sources, Readiness readiness) {
        this.tenants = tenants;
        this.sources = sources;
        this.readiness = readiness;
    }

    /** How full all data sources of the settings are, that of the registry first. */
    public List<Occupancy> list() {
        var counties = tenants.countByDataSource();
        return sources.list().stream()
                .map(source -> new Occupancy(source.name(), counties.getOrDefault(source.name(), 0), source.capacity()))
                .toList();
    }

    /** Those of them in which a workspace could be built now: ready, and with room. */
    public List<Occupancy> open() {
        return list().stream().filter(each -> vacancy(each, 0) == Vacancy.FREE).toList();
    }

    /**
     * Whether a data source can take a county now.
     *
     * @param kept places there that are counted for this county already, from 0
     */
    public Vacancy vacancy(String dataSource, int kept) {
        return list().stream()
                .filter(each -> each.dataSource().equals(dataSource))
                .findFirst()
                .map(found -> vacancy(found, kept))
                .orElse(Vacancy.MISSING);
    }

    private Vacancy vacancy(Occupancy occupancy, int kept) {
        if (occupancy.counties() - kept >= occupancy.capacity()) {
            return Vacancy.FULL;
        }
        return readiness.isReady(occupancy.dataSource()) ? Vacancy.FREE : Vacancy.NOT_READY;
    }

    /** Lets nobody else say where a workspace goes until the transaction ends. Whoever is silent is waited for before that. */
    public void lock() {
        sources.list().forEach(source -> readiness.isReady(source.name()));
        tenants.lockPlaces();
    }

    /**
     * The data source with most room. Two that ask in their transactions follow each other, so that none gets more than its capacity.
     *
     * @throws Refusal 409 where all that are ready are full
     */
    public String choose() {
        lock();
        return Occupancy.roomiest(open()).map(Occupancy::dataSource).orElseThrow(Placement::full);
    }

    /**
     * Holds that a data source that was chosen earlier still has room, until the transaction ends.
     *
     * @throws Refusal 409 where it is full by now
     */
    public void checkRoom(String dataSource) {
        lock();
        if (list().stream().noneMatch(each -> each.dataSource().equals(dataSource) && each.free() > 0)) {
            throw full();
        }
    }

    /** The answer where no data source that is ready has room: 409. */
    public static Refusal full() {
        return new Refusal(HttpStatus.CONFLICT, "data-source-full", "datasource.full");
    }

    /**
     * Says where the workspace of a tenant is to be built; joins the transaction that lets it be built.
     *
     * @throws Refusal 409 where all data sources that are ready are full
     */
    public void place(UUID tenant) {
        tenants.buildIn(tenant, choose());
    }
}
