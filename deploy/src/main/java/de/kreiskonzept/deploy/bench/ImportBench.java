package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.platform.importing.TakeOver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The time that a concept of 10,000 measures takes on its way into the database, against plain batches that write the very same rows
 * into the same tables of another county and are rolled back.
 */
final class ImportBench {
    private static final double GOAL = 20;
    private static final int ROUNDS = 4;
    private static final int BATCH = 1_000;
    private static final String OF_MEASURES = "measure_id IN (SELECT id FROM concept_measure WHERE version_id = ?)";
    private static final List<Content> CONTENTS = List.of(
            new Content("concept_version", "id = ?"),
            new Content("concept_section", "version_id = ? ORDER BY parent_id NULLS FIRST"),
            new Content("concept_goal", "version_id = ? ORDER BY parent_id NULLS FIRST"),
            new Content("concept_measure", "version_id = ?"),
            new Content("concept_goal_measure", "version_id = ?"),
            new Content("concept_text_block", "version_id = ?"),
            new Content("monitoring_light", OF_MEASURES),
            new Content("monitoring_assessment", OF_MEASURES));

    private final BenchSystem system;

    ImportBench(BenchSystem system) {
        this.system = system;
    }

    /** A table and which of its rows belong to a version. */
    private record Content(String table, String condition) {}

    /** Rows of a table and the statement that inserts one of them. */
    private record Rows(String insert, List<Object[]> values) {}

    void run() throws Exception {
        ConceptOutline outline = DocumentBench.largeOutline();
        List<Rows> rows;
        try (Connection connection = system.connect(BenchSystem.Way.PREPARED)) {
            connection.setAutoCommit(false);
            bind(connection, 0);
            rows = read(connection, take(outline));
            connection.rollback();
        }
        int number = rows.stream().mapToInt(one -> one.values().size()).sum();
        System.out.printf("import: %d rows in %d tables%n", number, rows.size());
        Timing.compare("import-10000-database", GOAL, ROUNDS, () -> number(take(outline)), () -> write(rows));
    }

    private UUID take(ConceptOutline outline) throws Exception {
        return system.in(
                0,
                platform -> platform.getBean(TakeOver.class)
                        .asNewVersion(outline, "Entwurf", "Beispiel")
                        .versionId());
    }

    private static int number(UUID version) {
        return version.toString().length();
    }

    private void bind(Connection connection, int county) throws SQLException {
        String schema = system.counties().get(county).schema();
        try (PreparedStatement bind =
                connection.prepareStatement("SELECT set_config('role', ?, true), set_config('search_path', ?, true)")) {
            bind.setString(1, schema);
            bind.setString(2, schema);
            bind.execute();
        }
    }

    private static List<Rows> read(Connection connection, UUID version) throws SQLException {
        var all = new ArrayList<Rows>();
        for (Content content : CONTENTS) {
            List<String> columns = columns(connection, content.table());
            String names = String.join(", ", columns);
            String from = "SELECT " + names + " FROM " + content.table() + " WHERE " + content.condition();
            try (PreparedStatement select = connection.prepareStatement(from)) {
                select.setObject(1, version);
                all.add(new Rows(
                        "INSERT INTO " + content.table() + " (" + names + ") VALUES ("
                                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                        values(select.executeQuery(), columns.size())));
            }
        }
        return all;
    }

    /** Columns that are written; the others PostgreSQL makes of them. */
    private static List<String> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT attname FROM pg_attribute
                WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                ORDER BY attnum""")) {
            select.setString(1, table);
            ResultSet result = select.executeQuery();
            while (result.next()) {
                columns.add(result.getString(1));
            }
        }
        return columns;
    }

    private static List<Object[]> values(ResultSet result, int columns) throws SQLException {
        var values = new ArrayList<Object[]>();
        while (result.next()) {
            Object[] row = new Object[columns];
            for (int column = 0; column < columns; column++) {
                row[column] = result.getObject(column + 1);
            }
            values.add(row);
        }
        return values;
    }

    private int write(List<Rows> all) throws SQLException {
        int written = 0;
        try (Connection connection = system.connect(BenchSystem.Way.PREPARED)) {
            connection.setAutoCommit(false);
            bind(connection, 1);
            for (Rows rows : all) {
                written += write(connection, rows);
            }
            connection.rollback();
        }
        return written;
    }

    private static int write(Connection connection, Rows rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(rows.insert())) {
            for (int row = 0; row < rows.values().size(); row++) {
                Object[] values = rows.values().get(row);
                for (int column = 0; column < values.length; column++) {
                    insert.setObject(column + 1, values[column]);
                }
                insert.addBatch();
                if ((row + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return rows.values().size();
    }
}
