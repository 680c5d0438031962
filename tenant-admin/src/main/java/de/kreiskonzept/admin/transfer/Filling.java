package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareRemoval;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.database.WorkspaceScript.NotMigratable;
import de.kreiskonzept.foundation.web.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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

    /** A schema that is being filled is kept an hour from its last sign of life. */
    private static final Duration BETWEEN_SIGNS = Duration.ofMinutes(1);

    private final WorkspaceSchema schema;
    private final AdminConnections connections;
    private final SpareSchemas spares;
    private final SpareRemoval removal;
    private final ExportedFiles files;
    private final Clock clock;

    Filling(
            WorkspaceSchema schema,
            AdminConnections connections,
            SpareSchemas spares,
            SpareRemoval removal,
            ExportedFiles files,
            Clock clock) {
        this.schema = schema;
        this.connections = connections;
        this.spares = spares;
        this.removal = removal;
        this.files = files;
        this.clock = clock;
    }

    /** Whoever wants to know how far the work is; what it throws stops the work, and everything goes. */
    public interface Watcher {
        /** Some hundred rows more stand in the tables, or a table was compared. */
        void filled(long rows);

        /** The schema is about to be made. */
        default void begun(Place place) {}

        /** The county is entered; joins the transaction in which that happens. */
        default void entered(UUID tenant) {}
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
            throw ImportFailure.NEWER.refusal();
        }
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
    public <T> T fill(
            Path path,
            String dataSource,
            Watcher watcher,
            Consumer<Manifest> check,
            BiFunction<String, Manifest, T> give)
            throws IOException, SQLException {
        try (var file = files.open(path)) {
            check.accept(file.manifest());
            var place = new Place(dataSource, schema.newName());
            spares.begin(place);
            var given = false;
            try {
                watcher.begun(place);
                var keeping = keeping(place, watcher);
                connections.lend(dataSource, connection -> build(connection, place.schema(), file, keeping));
                var result = give.apply(place.schema(), file.manifest());
                given = true;
                return result;
            } catch (NotMigratable e) {
                throw ImportFailure.NEWER.refusal();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                if (!given) {
                    removal.giveUp(place);
                }
            }
        }
    }

    /** However long it takes, nobody removes the schema meanwhile. */
    private LongConsumer keeping(Place place, Watcher watcher) {
        var last = new AtomicReference<>(clock.instant());
        return rows -> {
            var now = clock.instant();
            if (now.isAfter(last.get().plus(BETWEEN_SIGNS))) {
                spares.prolong(place.schema());
                last.set(now);
            }
            watcher.filled(rows);
        };
    }

    private boolean build(Connection connection, String name, ExportedFile file, LongConsumer watcher)
            throws SQLException {
        schema.createRole(connection, name);
        schema.createFilled(
                connection, name, file.manifest().changesets(), () -> fillTables(connection, file, watcher));
        try {
            schema.migrate(connection, name, "");
        } catch (SQLException e) {
            throw contentRefused(e, ImportFailure.NEW_RULE);
        }
        return true;
    }

    /** A file whose rows do not fit the tables was written by nobody's export. */
    private static void fillTables(Connection connection, ExportedFile file, LongConsumer watcher) throws SQLException {
        try {
            fill(connection, file, watcher);
        } catch (SQLException e) {
            throw contentRefused(e, ImportFailure.DAMAGED);
        }
    }

    /** The error itself, where it is not one of the content. */
    private static SQLException contentRefused(SQLException error, ImportFailure failure) {
        if (CONTENT.contains(Objects.toString(error.getSQLState(), "  ").substring(0, 2))) {
            throw failure.refusal();
        }
        return error;
    }

    private static void fill(Connection connection, ExportedFile file, LongConsumer watcher) throws SQLException {
        var rows = new AtomicLong();
        var tables = new Tables(connection);
        if (!tables.keys().keySet().equals(Set.copyOf(file.tables()))) {
            throw ImportFailure.DAMAGED.refusal();
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
                throw ImportFailure.DIFFERENT.refusal();
            }
            watcher.run();
        }
    }
}
