package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.database.WorkspaceScript.NotMigratable;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Makes a schema of an exported file beside the workspaces: checks the whole file, builds the tables that it was written from, fills them,
 * compares them with the file, and brings them to the current version. Nobody sees it before it is given to a county; where one step
 * fails, everything goes.
 */
@Singleton
public final class Filling {
    private final WorkspaceSchema schema;
    private final AdminConnections connections;
    private final SpareSchemas spares;
    private final SpareRemoval removal;
    private final ExportedFiles files;

    Filling(
            WorkspaceSchema schema,
            AdminConnections connections,
            SpareSchemas spares,
            SpareRemoval removal,
            ExportedFiles files) {
        this.schema = schema;
        this.connections = connections;
        this.spares = spares;
        this.removal = removal;
        this.files = files;
    }

    /**
     * Fills a schema and gives it away.
     *
     * @param dataSource name of the database in which the schema is made
     * @param check refuses a file before anything is made
     * @param give gets the name of the schema, and takes it by {@link SpareSchemas#take} in its transaction
     * @return what giving it away has given
     * @throws Refusal 422 where the file is incomplete, changed or from a newer program, and what the others refuse
     */
    public <T> T fill(Path path, String dataSource, Consumer<Manifest> check, BiFunction<String, Manifest, T> give)
            throws IOException, SQLException {
        try (var file = files.open(path)) {
            check.accept(file.manifest());
            var place = new Place(dataSource, schema.newName());
            spares.begin(place);
            var given = false;
            try {
                connections.lend(dataSource, 1, connection -> build(connection, place.schema(), file));
                var result = give.apply(place.schema(), file.manifest());
                given = true;
                return result;
            } catch (NotMigratable e) {
                throw refused("transfer.newer");
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                if (!given) {
                    removal.giveUp(place);
                }
            }
        }
    }

    private boolean build(Connection connection, String name, ExportedFile file) throws SQLException {
        schema.createRole(connection, name);
        schema.createFilled(connection, name, file.manifest().changesets(), () -> fill(connection, file));
        schema.migrate(connection, name, "");
        return true;
    }

    private static void fill(Connection connection, ExportedFile file) throws SQLException {
        var tables = new Tables(connection);
        if (!tables.keys().keySet().equals(Set.copyOf(file.tables()))) {
            throw refused("transfer.damaged");
        }
        var back = tables.withoutForeignKeys();
        try {
            for (var table : file.tables()) {
                try (var lines = file.lines(table)) {
                    tables.read(table, lines);
                }
            }
            compare(tables, file.manifest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var statement = connection.createStatement()) {
            statement.execute(String.join(";\n", back));
        }
    }

    /** What stands in the tables now has to be what the file says of itself. */
    private static void compare(Tables tables, Manifest manifest) throws SQLException, IOException {
        tables.useUtc();
        var keys = tables.keys();
        for (var part : manifest.tables()) {
            var key = Objects.requireNonNull(keys.get(part.name()));
            if (!tables.write(part.name(), key, OutputStream.nullOutputStream()).equals(part)) {
                throw refused("transfer.different");
            }
        }
    }

    private static Refusal refused(String key) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "import", key);
    }
}
