package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Manifest.TablePart;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workspace into a ZIP file as it is at one moment, while others write on: a manifest and one file of JSON lines for each table.
 * Files that people have uploaded stand in their tables, in hexadecimal digits.
 */
@Singleton
public final class Export {
    private static final Set<TenantState> POSSIBLE = EnumSet.of(
            TenantState.ACTIVE, TenantState.READ_ONLY, TenantState.MOVING, TenantState.SUSPENDED, TenantState.ARCHIVED);

    private final Tenants tenants;
    private final AdminConnections connections;
    private final TransferTrail trail;
    private final JsonMapper json;
    private final Clock clock;

    Export(Tenants tenants, AdminConnections connections, TransferTrail trail, JsonMapper json, Clock clock) {
        this.tenants = tenants;
        this.connections = connections;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** Whether a workspace of this state can be exported. */
    public static boolean isPossible(TenantState state) {
        return POSSIBLE.contains(state);
    }

    /**
     * Finds a workspace that can be exported.
     *
     * @throws Refusal 404, 409 where its state does not allow it
     */
    public Tenant check(UUID id) {
        var tenant = tenants.get(id);
        if (!isPossible(tenant.state())) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "registry.refused." + tenant.state().text());
        }
        return tenant;
    }

    /**
     * Writes the file.
     *
     * @param out is not closed
     * @return what the file says of itself
     * @throws Refusal 404, 409 where its state does not allow it
     */
    public Manifest write(UUID id, OutputStream out, Actor actor) throws IOException, SQLException {
        var tenant = check(id);
        var zip = new ZipOutputStream(out);
        try {
            var manifest = connections.lend(tenant.dataSource(), connection -> write(connection, tenant, zip));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(json.writeValueAsBytes(manifest));
            zip.finish();
            trail.exported(actor, id, manifest);
            return manifest;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Manifest write(Connection connection, Tenant tenant, ZipOutputStream zip) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (var bind = connection.prepareStatement("SELECT set_config('role', 'kk_owner', true),"
                + " set_config('search_path', ?, true), set_config('TimeZone', 'UTC', true)")) {
            bind.setString(1, tenant.schema());
            bind.executeQuery().close();
            var tables = new Tables(connection);
            return manifest(tenant, tables, write(tables, zip));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connection.rollback();
        }
    }

    private static List<TablePart> write(Tables tables, ZipOutputStream zip) throws SQLException, IOException {
        var parts = new ArrayList<TablePart>();
        for (var table : tables.keys().entrySet()) {
            zip.putNextEntry(new ZipEntry(new TablePart(table.getKey(), 0, "").entry()));
            parts.add(tables.write(table.getKey(), table.getValue(), zip));
        }
        return parts;
    }

    private Manifest manifest(Tenant tenant, Tables tables, List<TablePart> parts) throws SQLException {
        return new Manifest(
                Manifest.FORMAT,
                clock.instant().toString(),
                tenant.ags().text(),
                tenant.name(),
                Objects.requireNonNullElse(tenant.schemaVersion(), ""),
                tables.changesets(),
                parts,
                Manifest.digestOf(parts));
    }
}
