package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.database.WorkspaceScript.NotMigratable;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a workspace of an exported file: checks the whole file, builds the tables that the file was written from, fills them, brings them
 * to the current version, and enters the county. Before that last step nobody sees the workspace; where one fails, everything goes.
 */
@Singleton
public final class Import {
    private final Tenants tenants;
    private final CountyCatalogue catalogue;
    private final WorkspaceSchema schema;
    private final AdminConnections connections;
    private final TransferTrail trail;
    private final ExportedFiles files;

    Import(
            Tenants tenants,
            CountyCatalogue catalogue,
            WorkspaceSchema schema,
            AdminConnections connections,
            TransferTrail trail,
            ExportedFiles files) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.schema = schema;
        this.connections = connections;
        this.trail = trail;
        this.files = files;
    }

    /**
     * Reads a file.
     *
     * @param ags of the county that the content is for; null for the one that the file names
     * @throws Refusal 409 where the county has a workspace or an open request, 422 where the file is incomplete, changed or from a newer
     *     program, or the county is unknown
     */
    public Tenant read(Path path, @Nullable String ags, Actor actor) throws IOException, SQLException {
        try (var file = files.open(path)) {
            var county = county(ags == null ? file.manifest().ags() : ags);
            if (tenants.findLiving(county.ags()).isPresent()) {
                throw taken(county);
            }
            var name = schema.newName();
            var entered = false;
            try {
                connections.lend(1, connection -> build(connection, name, file));
                var tenant =
                        trail.imported(actor, county, name, file.manifest()).orElseThrow(() -> taken(county));
                entered = true;
                return tenant;
            } catch (NotMigratable e) {
                throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "import", "transfer.newer");
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                if (!entered) {
                    drop(name);
                }
            }
        }
    }

    private County county(String ags) {
        return (ags.matches("[0-9]{5}") ? catalogue.find(new Ags(ags)) : java.util.Optional.<County>empty())
                .orElseThrow(() -> new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "import", "transfer.county", ags));
    }

    private static Refusal taken(County county) {
        return new Refusal(HttpStatus.CONFLICT, "county-taken", "transfer.taken", county.displayName());
    }

    private boolean build(Connection connection, String name, ExportedFile file) throws SQLException {
        schema.createRole(connection, name);
        schema.createFilled(connection, name, file.manifest().changesets(), () -> fill(connection, file));
        schema.migrate(connection, name, "");
        return true;
    }

    private static void fill(Connection connection, ExportedFile file) throws SQLException {
        var tables = new Tables(connection);
        if (!new HashSet<>(file.tables()).equals(tables.keys().keySet())) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "import", "transfer.damaged");
        }
        var back = tables.withoutForeignKeys();
        try {
            for (var table : file.tables()) {
                try (var lines = file.lines(table)) {
                    tables.read(table, lines);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var statement = connection.createStatement()) {
            statement.execute(String.join(";\n", back));
        }
    }

    private void drop(String name) throws SQLException {
        connections.lend(1, connection -> {
            schema.drop(connection, name);
            return true;
        });
    }
}
