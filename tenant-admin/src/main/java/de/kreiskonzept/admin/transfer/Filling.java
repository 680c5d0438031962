package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareRemoval;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Makes a schema of an exported file beside the workspaces: checks the whole file, builds the tables that it was written from, fills them,
 * compares them with the file, and brings them to the current version. Nobody sees it before it is given to a county; where one step
 * fails, everything goes.
 */
@Singleton
public final class Filling {
    /** Classes of SQLSTATE: a value that cannot be read, a constraint that is broken. */
    private static final Set<String> CONTENT = Set.of("22", "23");

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
     * Reads a file to its end, and makes nothing of it.
     *
     * @return what the file says of itself
     * @throws Refusal 422 where the file is incomplete, changed, beyond measure or from a newer program
     */
    Manifest examine(Path path) throws IOException {
        try (var file = files.open(path)) {
            schema.check(file.manifest().changesets());
            return file.manifest();
        } catch (NotMigratable e) {
            throw refused("transfer.newer");
        }
    }

    /**
     * Fills a schema and gives it away.
     *
     * @param dataSource name of the database in which the schema is made
     * @param watcher is told how many rows stand in the tables so far, and again while they are compared
     * @param check refuses a file before anything is made
     * @param give gets the name of the schema, and takes it by {@link SpareSchemas#take} in its transaction
     * @return what giving it away has given
     * @throws Refusal 422 where the file is incomplete, changed or from a newer program, and what the others refuse
     */
    public <T> T fill(
            Path path,
            String dataSource,
            LongConsumer watcher,
            Consumer<Manifest> check,
            BiFunction<String, Manifest, T> give)
            throws IOException, SQLException {
        try (var file = files.open(path)) {
            check.accept(file.manifest());
            var place = new Place(dataSource, schema.newName());
            spares.begin(place);
            var given = false;
            try {
                connections.lend(dataSource, 1, connection -> build(connection, place.schema(), file, watcher));
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

    private boolean build(Connection connection, String name, ExportedFile file, LongConsumer watcher)
            throws SQLException {
        schema.createRole(connection, name);
        schema.createFilled(
                connection, name, file.manifest().changesets(), () -> fillTables(connection, file, watcher));
        schema.migrate(connection, name, "");
        return true;
    }

    /** A file whose rows do not fit the tables was written by nobody's export. */
    private static void fillTables(Connection connection, ExportedFile file, LongConsumer watcher) throws SQLException {
        try {
            fill(connection, file, watcher);
        } catch (SQLException e) {
            if (CONTENT.contains(Objects.toString(e.getSQLState(), "  ").substring(0, 2))) {
                throw refused("transfer.damaged");
            }
            throw e;
        }
    }

    private static void fill(Connection connection, ExportedFile file, LongConsumer watcher) throws SQLException {
        var rows = new AtomicLong();
        var tables = new Tables(connection);
        if (!tables.keys().keySet().equals(Set.copyOf(file.tables()))) {
            throw refused("transfer.damaged");
        }
        var back = tables.withoutForeignKeys();
        try {
            for (var table : file.tables()) {
                try (var lines = file.lines(table)) {
                    tables.read(table, lines, more -> watcher.accept(rows.addAndGet(more)));
                }
            }
            compare(tables, file.manifest(), () -> watcher.accept(rows.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var statement = connection.createStatement()) {
            statement.execute(String.join(";\n", back));
        }
    }

    /** What stands in the tables now has to be what the file says of itself. */
    private static void compare(Tables tables, Manifest manifest, Runnable watcher) throws SQLException, IOException {
        tables.useUtc();
        var keys = tables.keys();
        for (var part : manifest.tables()) {
            var key = Objects.requireNonNull(keys.get(part.name()));
            if (!tables.write(part.name(), key, OutputStream.nullOutputStream()).equals(part)) {
                throw refused("transfer.different");
            }
            watcher.run();
        }
    }

    private static Refusal refused(String key) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "import", key);
    }
}
