package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.job.Leases;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of an examination is done and what it has found; every method is one transaction on the registry. */
@Singleton
@Transactional
public class ExaminationProgress {
    private static final String LEASE = "examination";
    private static final Duration LENGTH = Duration.ofSeconds(60);

    private final ExaminationStore store;
    private final Tenants tenants;
    private final Leases leases;
    private final AuditTrail audit;

    ExaminationProgress(ExaminationStore store, Tenants tenants, Leases leases, AuditTrail audit) {
        this.store = store;
        this.tenants = tenants;
        this.leases = leases;
        this.audit = audit;
    }

    /** The examination under way, and what the last one has found. */
    public ExaminationStatus status() {
        var last = store.findLast();
        var report = last.map(
                run -> new Report(run.examined(), store.findings(run.id(), false), store.findings(run.id(), true)));
        return new ExaminationStatus(store.findUnfinished().orElse(null), last.orElse(null), report.orElse(null));
    }

    /**
     * Begins to examine all workspaces. Joins an examination that is under way, unless it does not repair and this one has to: that one
     * is given up.
     */
    public ExaminationStatus begin(boolean repairs, Actor actor) {
        store.findUnfinished()
                .filter(other -> repairs && !other.repairs())
                .ifPresent(other -> store.delete(other.id()));
        if (store.create(repairs, actor, planned())) {
            audit.record(actor, "doctor.begun", "workspaces", repairs ? "repairs" : "");
        }
        return status();
    }

    private int planned() {
        var counts = tenants.countByState();
        return Doctor.BUILT.stream()
                .mapToInt(state -> counts.getOrDefault(state, 0))
                .sum();
    }

    /** Claims the examination under way for a minute; empty where there is none, or somebody else is at it. */
    Optional<ExaminationRun> claim(String holder) {
        return store.findUnfinished().isPresent() && leases.take(LEASE, holder, LENGTH)
                ? store.findUnfinished()
                : Optional.empty();
    }

    /**
     * Notes what was found in a part of the workspaces, and lets go; nothing where somebody else has taken the work over.
     *
     * @param reached the last workspace of the part
     */
    void note(UUID id, Report part, UUID reached, String holder) {
        if (leases.keep(LEASE, holder, LENGTH) && store.reach(id, part.examined(), reached)) {
            store.append(id, part.findings(), false);
            store.append(id, part.repaired(), true);
        }
        leases.release(LEASE, holder);
    }

    /** Ends the examination, and lets go; nothing where somebody else has taken the work over. */
    void finish(UUID id, List<Finding> orphans, String holder) {
        if (leases.keep(LEASE, holder, LENGTH) && store.finish(id)) {
            store.append(id, orphans, false);
        }
        leases.release(LEASE, holder);
    }
}
