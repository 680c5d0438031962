package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.transfer.Manifest.TablePart;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Copies a workspace in which nobody may write into a new schema of another database, sessions and all, and compares both. */
@Singleton
public final class WorkspaceCopy {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);
    private static final String OPEN_TABLES = """
        SELECT count(*) FROM pg_depend d JOIN pg_class c ON c.oid = d.objid
         WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = current_schema()::regnamespace
           AND d.classid = 'pg_class'::regclass AND c.relkind = 'r'
           AND has_table_privilege(current_schema(), c.oid, 'INSERT, UPDATE, DELETE')\
        """;

    private final AdminConnections connections;
    private final WorkspaceSchema schema;

    WorkspaceCopy(AdminConnections connections, WorkspaceSchema schema) {
        this.connections = connections;
        this.schema = schema;
    }

    /**
     * How much is copied.
     *
     * @param tables of all
     * @param all tables
     */
    public record SoFar(int tables, int all, long rows) {}

    /**
     * Copies everything. While it lasts, nobody migrates the workspace that is left.
     *
     * @param to is not there yet
     * @param sign is told every few seconds how much is copied; what it throws stops the work
     * @param give gets the digest of what both hold, and takes the new workspace into use
     * @return what giving has returned
     * @throws IllegalStateException where the role of the workspace may still write there, or the two differ
     */
    public boolean copy(Place from, Place to, Consumer<SoFar> sign, Predicate<String> give) throws SQLException {
        return connections.lend(from.dataSource(), source -> {
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            source.setAutoCommit(false);
            try {
                hold(source, from);
                var digest = connections.lend(to.dataSource(), target -> new Run(source, target, sign).build(to));
                return give.test(digest);
            } finally {
                source.rollback();
            }
        });
    }

    /**
     * A migration that was begun before ends first, and none can change the tables until this transaction ends. The lock takes no snapshot of
     * the transaction, the query behind it does: what is read from then on is what stood there when nobody could change it any more.
     */
    private static void hold(Connection source, Place from) throws SQLException {
        try (var statement = source.createStatement()) {
            statement.execute("""
                SET LOCAL ROLE kk_owner; SET LOCAL search_path = "%s"; SET LOCAL lock_timeout = '5s';
                LOCK TABLE databasechangelog IN SHARE ROW EXCLUSIVE MODE\
                """.formatted(from.schema()));
            try (var row = statement.executeQuery(OPEN_TABLES)) {
                row.next();
                if (row.getInt(1) > 0) {
                    throw new IllegalStateException("somebody may write where the county leaves");
                }
            }
        }
    }

    /** One copy on its two connections. */
    private final class Run {
        private final Connection target;
        private final Tables from;
        private final Tables into;
        private final Consumer<SoFar> sign;
        private SoFar soFar = new SoFar(0, 0, 0);
        private long lastSign = System.nanoTime();

        Run(Connection source, Connection target, Consumer<SoFar> sign) {
            this.target = target;
            this.from = new Tables(source);
            this.into = new Tables(target);
            this.sign = sign;
        }

        String build(Place to) throws SQLException {
            var parts = new ArrayList<TablePart>();
            schema.createRole(target, to.schema());
            schema.createFilled(target, to.schema(), from.changesets(), () -> parts.addAll(fill()));
            schema.migrate(target, to.schema(), "");
            return Manifest.digestOf(parts);
        }

        private List<TablePart> fill() throws SQLException {
            from.useUtc();
            into.useUtc();
            var back = into.withoutForeignKeys();
            var keys = from.allKeys();
            var parts = new ArrayList<TablePart>();
            for (var table : keys.entrySet()) {
                from.copyTo(into, table.getKey(), this::tick);
                parts.add(compare(table.getKey(), table.getValue()));
                soFar = new SoFar(
                        parts.size(),
                        keys.size(),
                        soFar.rows() + parts.getLast().rows());
                tick();
            }
            try (var statement = target.createStatement()) {
                statement.execute(String.join(";\n", back));
            }
            sign.accept(soFar);
            return parts;
        }

        private TablePart compare(String table, String key) throws SQLException {
            try {
                var here = from.write(table, key, new Ticking());
                if (!into.write(table, key, new Ticking()).equals(here)) {
                    throw new IllegalStateException("the copy of " + table + " differs");
                }
                return here;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void tick() {
            if (System.nanoTime() - lastSign >= SIGN_OF_LIFE.toNanos()) {
                sign.accept(soFar);
                lastSign = System.nanoTime();
            }
        }

        /** Takes what is only written for its digest, and shows that the work goes on. */
        private final class Ticking extends OutputStream {
            @Override
            public void write(int one) {
                tick();
            }

            @Override
            public void write(byte @Nullable [] some, int from, int length) {
                tick();
            }
        }
    }
}
