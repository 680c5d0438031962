package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.admin.doctor.Finding.Kind;
import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.database.WorkspaceShape;
import de.kreiskonzept.foundation.database.WorkspaceShape.Deviation;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the catalogue of PostgreSQL, a hundred workspaces at a time, and repairs there. */
@Singleton
final class Examination {
    // Roles belong to the whole server: one without rights in this database may be that of another installation.
    private static final String SCHEMAS =
            "SELECT nspname FROM pg_namespace WHERE nspname ~ '^t_[a-z0-9]{20}$' AND (?::text[] IS NULL OR nspname = ANY (?))";
    private static final String ROLES = """
        SELECT r.rolname, NOT r.rolcanlogin AND NOT r.rolsuper AND coalesce(m.ok, false) AS ok,
               EXISTS (SELECT FROM pg_shdepend d JOIN pg_database b ON b.oid = d.dbid
                        WHERE d.refobjid = r.oid AND b.datname = current_database()) AS here
          FROM pg_roles r
          LEFT JOIN (SELECT roleid, bool_or(set_option) AND NOT bool_or(inherit_option) AS ok
                       FROM pg_auth_members WHERE member = 'kk_platform'::regrole GROUP BY roleid) m ON m.roleid = r.oid
         WHERE r.rolname ~ '^t_[a-z0-9]{20}$' AND (?::text[] IS NULL OR r.rolname = ANY (?))
        """;

    private final AdminConnections connections;
    private final WorkspaceSchema schema;
    private final WorkspaceShape shape;

    Examination(AdminConnections connections, WorkspaceSchema schema, WorkspaceShape shape) {
        this.connections = connections;
        this.schema = schema;
        this.shape = shape;
    }

    /** Reads which schemas and roles of workspaces there are in a data source. */
    Catalogue catalogue(String dataSource) throws SQLException {
        return catalogue(dataSource, null);
    }

    private Catalogue catalogue(String dataSource, String @Nullable [] names) throws SQLException {
        return connections.lend(dataSource, connection -> {
            var schemas = new HashSet<String>();
            var roles = new HashMap<String, Boolean>();
            var withRights = new HashSet<String>();
            try (var found = select(connection, SCHEMAS, names)) {
                while (found.next()) {
                    schemas.add(found.getString(1));
                }
            }
            try (var found = select(connection, ROLES, names)) {
                while (found.next()) {
                    roles.put(found.getString(1), found.getBoolean(2));
                    if (found.getBoolean(3)) {
                        withRights.add(found.getString(1));
                    }
                }
            }
            return new Catalogue(dataSource, schemas, roles, withRights);
        });
    }

    private static ResultSet select(Connection connection, String sql, String @Nullable [] names) throws SQLException {
        var select = connection.prepareStatement(sql);
        select.closeOnCompletion();
        var array = names == null ? null : connection.createArrayOf("text", names);
        select.setArray(1, array);
        select.setArray(2, array);
        return select.executeQuery();
    }

    /**
     * Looks at workspaces that can be used.
     *
     * @param tenants of this data source, a hundred at most
     */
    List<Finding> examine(List<Tenant> tenants, String dataSource) throws SQLException {
        var catalogue =
                catalogue(dataSource, tenants.stream().map(Tenant::schema).toArray(String[]::new));
        var findings = new ArrayList<Finding>();
        var there = tenants.stream()
                .filter(tenant -> catalogue.schemas().contains(tenant.schema()))
                .toList();
        tenants.stream()
                .filter(tenant -> !there.contains(tenant))
                .forEach(tenant -> findings.add(finding(Kind.SCHEMA_MISSING, tenant, List.of())));
        tenants.stream()
                .filter(tenant -> !catalogue.roles().getOrDefault(tenant.schema(), false))
                .forEach(tenant -> findings.add(finding(Kind.ROLE, tenant, List.of())));
        if (!there.isEmpty()) {
            connections.lend(
                    dataSource,
                    there.size() * WorkspaceSchema.MOST_TABLES,
                    connection -> findings.addAll(compare(connection, there, catalogue)));
        }
        return findings;
    }

    private List<Finding> compare(Connection connection, List<Tenant> tenants, Catalogue catalogue)
            throws SQLException {
        var findings = new ArrayList<Finding>();
        var current = new HashMap<String, Tenant>();
        for (var tenant : tenants) {
            if (schema.version().equals(tenant.schemaVersion())) {
                current.put(tenant.schema(), tenant);
            } else {
                findings.add(finding(Kind.OUTDATED, tenant, List.of()));
            }
        }
        shape.changelogs(connection, current.keySet()).forEach((name, changelog) -> {
            var kind = changelog.surplus().isEmpty() ? Kind.BEHIND : Kind.UNKNOWN_CHANGES;
            // Without its changesets the rest cannot be as it has to be.
            add(findings, kind, Objects.requireNonNull(current.remove(name)), changelog);
        });
        shape.deviations(connection, current.keySet()).forEach((name, deviation) -> {
            var tenant = Objects.requireNonNull(current.get(name));
            if (catalogue.roles().getOrDefault(name, false)) {
                add(findings, Kind.RIGHTS, tenant, deviation.of("right"));
            }
            add(findings, Kind.SHAPE, tenant, deviation.without("right"));
        });
        return findings;
    }

    private static void add(List<Finding> findings, Kind kind, Tenant tenant, Deviation deviation) {
        if (!deviation.isNone()) {
            findings.add(finding(
                    kind,
                    tenant,
                    Stream.concat(
                                    deviation.missing().stream().map("- "::concat),
                                    deviation.surplus().stream().map("+ "::concat))
                            .toList()));
        }
    }

    static Finding finding(Kind kind, Tenant tenant, List<String> details) {
        return new Finding(kind, tenant.id(), tenant.name(), tenant.schema(), details);
    }

    /** Repairs one finding of a tenant; repeating it does no harm. */
    void repair(Kind kind, Place place) throws SQLException {
        var name = place.schema();
        connections.lend(place.dataSource(), connection -> {
            switch (kind) {
                case ROLE -> {
                    schema.createRole(connection, name);
                    schema.grantAnew(connection, name);
                }
                case RIGHTS -> schema.grantAnew(connection, name);
                case BEHIND -> schema.migrate(connection, name, "");
                case SCHEMA_MISSING, SHAPE, UNKNOWN_CHANGES, OUTDATED, UNREACHABLE, ORPHAN_SCHEMA, ORPHAN_ROLE ->
                    throw new IllegalArgumentException("Nobody repairs " + kind);
            }
            return true;
        });
    }

    /** Schemas and roles that nobody knows of. */
    static List<Finding> orphans(Catalogue catalogue, Set<String> known) {
        return Stream.concat(
                        catalogue.schemas().stream()
                                .map(name -> new Finding(Kind.ORPHAN_SCHEMA, null, name, name, List.of())),
                        catalogue.rolesWithRights().stream()
                                .map(name -> new Finding(Kind.ORPHAN_ROLE, null, name, name, List.of())))
                .filter(finding -> !known.contains(finding.schema()))
                .sorted(Comparator.comparing(Finding::schema))
                .toList();
    }
}
