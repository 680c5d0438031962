package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.admin.doctor.Finding.Kind;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.database.WorkspaceSchema.Closed;
import de.kreiskonzept.foundation.database.WorkspaceScript.NotMigratable;
import de.kreiskonzept.model.tenant.TenantState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Examines workspaces and the registry, and repairs what can lose nothing. */
@Singleton
public final class Doctor {
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    /** Workspaces of one part of an examination, which is noted as a whole. */
    private static final int PART = 25;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** States of workspaces that can be examined. */
    static final Set<TenantState> BUILT =
            EnumSet.of(TenantState.ACTIVE, TenantState.READ_ONLY, TenantState.SUSPENDED, TenantState.ARCHIVED);

    private final Tenants tenants;
    private final DataSources sources;
    private final SpareSchemas spares;
    private final Examination examination;
    private final ExaminationProgress progress;
    private final RepairTrail trail;

    Doctor(
            Tenants tenants,
            DataSources sources,
            SpareSchemas spares,
            Examination examination,
            ExaminationProgress progress,
            RepairTrail trail) {
        this.tenants = tenants;
        this.sources = sources;
        this.spares = spares;
        this.examination = examination;
        this.progress = progress;
        this.trail = trail;
    }

    /**
     * Examines all workspaces, and what PostgreSQL has beside them, here and now; waits where somebody else is at it.
     *
     * @param repairs whether what can lose nothing is repaired
     * @param watcher is told how far it is
     * @return what the examination that has ended last has found
     */
    public Report examine(boolean repairs, Actor actor, Consumer<ExaminationRun> watcher)
            throws SQLException, InterruptedException {
        var status = progress.begin(repairs, actor);
        while (status.underWay() != null) {
            watcher.accept(status.underWay());
            if (!step()) {
                Thread.sleep(PAUSE);
            }
            status = progress.status();
        }
        return Objects.requireNonNull(status.report());
    }

    /**
     * Works at the examination under way: looks at some workspaces more, or ends it.
     *
     * @return false where none is under way, or somebody else is at it
     */
    boolean step() throws SQLException {
        var holder = "examination " + UUID.randomUUID();
        var claimed = progress.claim(holder);
        if (claimed.isPresent()) {
            step(claimed.get(), holder);
        }
        return claimed.isPresent();
    }

    private void step(ExaminationRun run, String holder) throws SQLException {
        var part = tenants.next(BUILT, run.reached(), PART);
        if (part.isEmpty()) {
            progress.finish(run.id(), orphans(), holder);
        } else {
            var found = new Report(part.size(), examine(part), List.of());
            progress.note(
                    run.id(),
                    run.repairs() ? repair(found, run.actor()) : found,
                    part.getLast().id(),
                    holder);
        }
    }

    private List<Finding> examine(List<Tenant> part) throws SQLException {
        var findings = new ArrayList<Finding>();
        for (var there :
                part.stream().collect(Collectors.groupingBy(Tenant::dataSource)).entrySet()) {
            findings.addAll(examine(there.getKey(), there.getValue()));
        }
        return findings;
    }

    /** Another server that does not answer keeps nobody from looking at the rest. */
    private List<Finding> examine(String dataSource, List<Tenant> there) throws SQLException {
        try {
            return examination.examine(there, dataSource);
        } catch (SQLException e) {
            if (dataSource.equals(DataSources.DEFAULT)) {
                throw e;
            }
            return there.stream()
                    .map(tenant -> Examination.finding(Kind.UNREACHABLE, tenant, List.of()))
                    .toList();
        }
    }

    private List<Finding> orphans() throws SQLException {
        // What was made or removed while the catalogues were read is known before or after.
        var known = names();
        var catalogues = catalogues();
        known.addAll(names());
        return catalogues.stream()
                .flatMap(catalogue -> Examination.orphans(catalogue, known).stream())
                .toList();
    }

    private Set<String> names() {
        var names = new HashSet<>(spares.names());
        names.addAll(tenants.schemas());
        return names;
    }

    private List<Catalogue> catalogues() throws SQLException {
        var catalogues = new ArrayList<Catalogue>();
        for (var source : sources.list()) {
            try {
                catalogues.add(examination.catalogue(source.name()));
            } catch (SQLException e) {
                if (source.name().equals(DataSources.DEFAULT)) {
                    throw e;
                }
                LOG.warn("The database server {} is left out: SQLSTATE {}", source.name(), e.getSQLState());
            }
        }
        return catalogues;
    }

    /**
     * Examines one workspace.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal 404 where there is no such tenant
     */
    public Report examine(UUID id) throws SQLException {
        var tenant = tenants.get(id);
        return BUILT.contains(tenant.state())
                ? new Report(1, examination.examine(List.of(tenant), tenant.dataSource()), List.of())
                : new Report(0, List.of(), List.of());
    }

    /**
     * Repairs what can be repaired.
     *
     * @param found what an examination has found
     * @return the findings that are left, and those that were repaired
     */
    public Report repair(Report found, Actor actor) {
        var open = new ArrayList<Finding>();
        var repaired = new ArrayList<Finding>();
        for (var finding : found.findings()) {
            (finding.kind().repairable() && repair(finding, actor) ? repaired : open).add(finding);
        }
        return new Report(found.examined(), open, repaired);
    }

    private boolean repair(Finding finding, Actor actor) {
        try {
            var tenant = tenants.get(Objects.requireNonNull(finding.tenantId()));
            // What has moved, or moves, since it was found is no more where it was found.
            if (!tenant.schema().equals(finding.schema()) || !BUILT.contains(tenant.state())) {
                return false;
            }
            examination.repair(finding.kind(), tenant.place());
            trail.record(actor, tenant.id(), finding.kind());
            return true;
        } catch (SQLException e) {
            LOG.error("{} of {} was not repaired: SQLSTATE {}", finding.kind(), finding.schema(), e.getSQLState());
            return false;
        } catch (NotMigratable | Closed e) {
            LOG.error("{} of {} was not repaired: {}", finding.kind(), finding.schema(), e.getMessage());
            return false;
        }
    }
}
