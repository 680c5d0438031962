package de.kreiskonzept.admin.migration;

import de.kreiskonzept.admin.migration.MigrationStore.Waiting;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.job.Leases;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of a migration is done and what comes next; every method is one transaction on the registry. */
@Singleton
@Transactional
public class MigrationProgress {
    private static final Actor ACTOR = Actor.without("Aktualisierung");
    private static final String LEASE = "migration";
    private static final Duration LENGTH = Duration.ofSeconds(60);

    private final MigrationStore store;
    private final Tenants tenants;
    private final WorkspaceSchema schema;
    private final Leases leases;
    private final AuditTrail audit;

    MigrationProgress(MigrationStore store, Tenants tenants, WorkspaceSchema schema, Leases leases, AuditTrail audit) {
        this.store = store;
        this.tenants = tenants;
        this.schema = schema;
        this.leases = leases;
        this.audit = audit;
    }

    /** How far all workspaces are. */
    public MigrationStatus status() {
        var counts = store.count(schema.version());
        return new MigrationStatus(
                schema.version(),
                counts.all(),
                counts.current(),
                store.failures(schema.version()),
                store.findLatest().orElse(null),
                store.now());
    }

    /**
     * Begins to bring all workspaces to the version of this program, those that were set aside before, too. Joins a migration to the same
     * version that is under way; one to another version ends.
     */
    public MigrationStatus begin(Actor actor) {
        var unfinished = store.findUnfinished();
        if (unfinished.filter(this::isOurs).isEmpty()) {
            audit.getAsOne(
                    actor,
                    () -> {
                        unfinished.ifPresent(other -> end(other.id(), actor));
                        return create(actor);
                    },
                    planned -> new Act("migration.begun", schema.version(), Integer.toString(planned)));
        }
        return status();
    }

    /** Gives the number of workspaces that wait for it. */
    private int create(Actor actor) {
        store.forgetFailures();
        var planned = store.waiting(schema.version()).size();
        store.create(schema.version(), actor.name(), planned);
        return planned;
    }

    /** The migration to this version that is under way. */
    Optional<MigrationRun> findUnfinished() {
        return store.findUnfinished().filter(this::isOurs);
    }

    private boolean isOurs(MigrationRun run) {
        return run.version().equals(schema.version());
    }

    /** Takes the lease by which one process works at a migration; false when another one has it. */
    boolean take(String holder) {
        return leases.take(LEASE, holder, LENGTH);
    }

    List<Waiting> waiting() {
        return store.waiting(schema.version());
    }

    /**
     * Notes that these workspaces have the version, except where the county has another workspace by now.
     *
     * @return false when somebody else has taken the work over
     */
    boolean done(List<Waiting> migrated, String holder) {
        tenants.migrated(migrated.stream().map(Waiting::place).toList(), schema.version());
        return leases.keep(LEASE, holder, LENGTH);
    }

    /**
     * Sets a workspace aside, unless somebody else has taken the work over.
     *
     * @return false when somebody has
     */
    boolean setAside(Waiting workspace, UUID migration, String reason, String holder) {
        if (!leases.keep(LEASE, holder, LENGTH)) {
            return false;
        }
        store.setAside(workspace.tenantId(), migration, reason);
        audit.record(ACTOR, "migration.set-aside", workspace.tenantId().toString(), reason);
        return true;
    }

    /** Ends the migration where nothing waits any more, and gives the lease back. */
    void finish(UUID migration, String holder) {
        if (leases.keep(LEASE, holder, LENGTH) && waiting().isEmpty()) {
            end(migration, ACTOR);
        }
        leases.release(LEASE, holder);
    }

    private void end(UUID migration, Actor actor) {
        if (store.finish(migration)) {
            audit.record(actor, "migration.ended", migration.toString(), "");
        }
    }
}
