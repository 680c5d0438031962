package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantFilter;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
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
    private final SpareSchemas spares;
    private final Examination examination;
    private final RepairTrail trail;

    Doctor(Tenants tenants, SpareSchemas spares, Examination examination, RepairTrail trail) {
        this.tenants = tenants;
        this.spares = spares;
        this.examination = examination;
        this.trail = trail;
    }

    /** Examines all workspaces, and what PostgreSQL has beside them. */
    public Report examine() throws SQLException {
        var all = tenants.list(TenantFilter.ALL, 0, ALL);
        var catalogue = examination.catalogue();
        var findings = new ArrayList<Finding>();
        var built =
                all.stream().filter(tenant -> BUILT.contains(tenant.state())).toList();
        for (var from = 0; from < built.size(); from += AdminConnections.MOST_SCHEMAS) {
            var to = Math.min(built.size(), from + AdminConnections.MOST_SCHEMAS);
            findings.addAll(examination.examine(built.subList(from, to), catalogue));
        }
        var known = Stream.concat(all.stream().map(Tenant::schema), spares.names().stream())
                .collect(Collectors.toSet());
        findings.addAll(Examination.orphans(catalogue, known));
        return new Report(built.size(), findings, List.of());
    }

    /**
     * Examines one workspace.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal 404 where there is no such tenant
     */
    public Report examine(UUID id) throws SQLException {
        var tenant = tenants.get(id);
        return BUILT.contains(tenant.state())
                ? new Report(1, examination.examine(List.of(tenant), examination.catalogue()), List.of())
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
            examination.repair(finding.kind(), finding.schema());
            trail.record(actor, Objects.requireNonNull(finding.tenant()).id(), finding.kind());
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
