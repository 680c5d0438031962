package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.admin.doctor.Finding.Kind;
import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantFilter;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.database.WorkspaceScript.NotMigratable;
import de.kreiskonzept.model.tenant.TenantState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Examines workspaces and the registry, and repairs what can lose nothing. */
@Singleton
public final class Doctor {
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);
    private static final int ALL = 1_000_000;
    private static final Set<TenantState> BUILT =
            EnumSet.of(TenantState.ACTIVE, TenantState.READ_ONLY, TenantState.SUSPENDED, TenantState.ARCHIVED);

    private final Tenants tenants;
    private final DataSources sources;
    private final SpareSchemas spares;
    private final Examination examination;
    private final RepairTrail trail;

    Doctor(Tenants tenants, DataSources sources, SpareSchemas spares, Examination examination, RepairTrail trail) {
        this.tenants = tenants;
        this.sources = sources;
        this.spares = spares;
        this.examination = examination;
        this.trail = trail;
    }

    /** Examines all workspaces, and what PostgreSQL has beside them. */
    public Report examine() throws SQLException {
        var all = tenants.list(TenantFilter.ALL, 0, ALL);
        var built = all.stream()
                .filter(tenant -> BUILT.contains(tenant.state()))
                .collect(Collectors.groupingBy(Tenant::dataSource));
        sources.list().forEach(source -> built.putIfAbsent(source.name(), List.of()));
        var known = Stream.concat(all.stream().map(Tenant::schema), spares.names().stream())
                .collect(Collectors.toSet());
        var findings = new ArrayList<Finding>();
        for (var there : built.entrySet()) {
            findings.addAll(examine(there.getKey(), there.getValue(), known));
        }
        return new Report(built.values().stream().mapToInt(List::size).sum(), findings, List.of());
    }

    /** Another server that does not answer keeps nobody from looking at the rest. */
    private List<Finding> examine(String dataSource, List<Tenant> built, Set<String> known) throws SQLException {
        try {
            var catalogue = examination.catalogue(dataSource);
            var findings = new ArrayList<Finding>();
            for (var from = 0; from < built.size(); from += AdminConnections.MOST_SCHEMAS) {
                var to = Math.min(built.size(), from + AdminConnections.MOST_SCHEMAS);
                findings.addAll(examination.examine(built.subList(from, to), catalogue));
            }
            findings.addAll(Examination.orphans(catalogue, known));
            return findings;
        } catch (SQLException e) {
            if (dataSource.equals(DataSources.DEFAULT)) {
                throw e;
            }
            return built.stream()
                    .map(tenant -> Examination.finding(Kind.UNREACHABLE, tenant, List.of()))
                    .toList();
        }
    }

    /**
     * Examines one workspace.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal 404 where there is no such tenant
     */
    public Report examine(UUID id) throws SQLException {
        var tenant = tenants.get(id);
        return BUILT.contains(tenant.state())
                ? new Report(
                        1, examination.examine(List.of(tenant), examination.catalogue(tenant.dataSource())), List.of())
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
            var tenant = tenants.get(Objects.requireNonNull(finding.tenant()).id());
            // What has moved, or moves, since it was found is no more where it was found.
            if (!tenant.place().equals(finding.tenant().place()) || !BUILT.contains(tenant.state())) {
                return false;
            }
            examination.repair(finding.kind(), tenant.place());
            trail.record(actor, tenant.id(), finding.kind());
            return true;
        } catch (SQLException e) {
            LOG.error("{} of {} was not repaired: SQLSTATE {}", finding.kind(), finding.schema(), e.getSQLState());
            return false;
        } catch (NotMigratable e) {
            LOG.error("{} of {} was not repaired: {}", finding.kind(), finding.schema(), e.getMessage());
            return false;
        }
    }
}
