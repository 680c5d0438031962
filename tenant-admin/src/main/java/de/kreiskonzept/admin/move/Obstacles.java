package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.datasource.Placement;
import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.registry.Tenant;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks what keeps a county from moving: when somebody wishes the move, and again when it is its turn. */
@Singleton
@Transactional
class Obstacles {
    private final Deletions deletions;
    private final MigrationProgress migration;
    private final Placement placement;

    Obstacles(Deletions deletions, MigrationProgress migration, Placement placement) {
        this.deletions = deletions;
        this.migration = migration;
        this.placement = placement;
    }

    /**
     * Finds what keeps a county from moving now; of several what lies in the county itself.
     *
     * @param to name of the data source
     * @param kept places there that are counted for this county already: 1 where its move is planned, 0 before
     */
    Optional<Obstacle> find(Tenant tenant, String to, int kept) {
        if (!Moves.isPossible(tenant.state())) {
            return Optional.of(Obstacle.STATE);
        }
        if (deletions.isUnderWay(tenant.id())) {
            return Optional.of(Obstacle.DELETION);
        }
        return ofMigration(tenant).or(() -> atTarget(tenant, to, kept));
    }

    private Optional<Obstacle> ofMigration(Tenant tenant) {
        var status = migration.status();
        if (status.failures().stream().anyMatch(failure -> failure.tenantId().equals(tenant.id()))) {
            return Optional.of(Obstacle.SET_ASIDE);
        }
        if (status.isUnderWay()) {
            return Optional.of(Obstacle.MIGRATION);
        }
        return status.version().equals(tenant.schemaVersion()) ? Optional.empty() : Optional.of(Obstacle.VERSION);
    }

    private Optional<Obstacle> atTarget(Tenant tenant, String to, int kept) {
        if (to.equals(tenant.dataSource())) {
            return Optional.of(Obstacle.TARGET_MISSING);
        }
        return switch (placement.vacancy(to, kept)) {
            case FREE -> Optional.empty();
            case FULL -> Optional.of(Obstacle.TARGET_FULL);
            case NOT_READY -> Optional.of(Obstacle.TARGET_NOT_READY);
            case MISSING -> Optional.of(Obstacle.TARGET_MISSING);
        };
    }
}
