package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.transfer.Manifest.TablePart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOperation;

/** All SQL of the tables of one workspace, which the search path of the connection names. Looks into no row. */
final class Tables {
    /** Who is signed in, and secrets of people, which open nothing elsewhere, end with the workspace; they are in no file. */
    static final Set<String> LEFT_OUT = Set.of(
            "identity_session",
            "identity_ticket",
            "identity_second_factor",
            "identity_recovery_code",
            "identity_remembered_device");

    private static final int LINES = 500;
    private static final int MOST_CHARACTERS = 32_000_000;

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** Lets times be written as exported files have them, until the transaction ends. */
    void useUtc() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL TimeZone = 'UTC'");
        }
    }

    /** Columns of the primary key by name of the table that a file holds, in the order of names. */
    Map<String, String> keys() throws SQLException {
        var keys = allKeys();
        LEFT_OUT.forEach(keys::remove);
        return keys;
    }

    /** The same of all tables but the changelog. */
    Map<String, String> allKeys() throws SQLException {
        // pg_class has no index by schema, so it is asked for what depends on this one: the tables of a thousand others
        // are not read.
        var keys = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                    SELECT c.relname, string_agg(format('%I', a.attname), ', ' ORDER BY k.place)
                      FROM pg_depend d
                      JOIN pg_class c ON c.oid = d.objid
                      JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
                     CROSS JOIN unnest(i.indkey) WITH ORDINALITY k (attnum, place)
                      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
                     WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = current_schema()::regnamespace
                       AND d.classid = 'pg_class'::regclass AND c.relkind = 'r'
                       AND c.relname NOT LIKE 'databasechangelog%'
                     GROUP BY c.relname ORDER BY c.relname COLLATE "C"\
                    """)) {
            while (rows.next()) {
                keys.put(rows.getString(1), rows.getString(2));
            }
        }
        return keys;
    }

    /** Checksums of the changesets that were run, by file, name and author. */
    Map<String, String> changesets() throws SQLException {
        var found = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT filename || '::' || id || '::' || author, coalesce(md5sum, '') FROM databasechangelog")) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    /**
     * Writes the rows of a table. JSON holds no control characters, so the format CSV with control characters as its marks changes nothing.
     *
     * @param key columns of its primary key
     * @param out is not closed
     */
    TablePart write(String table, String key, OutputStream out) throws SQLException, IOException {
        var digest = sha256();
        var rows = copies().copyOut(
                        "COPY (SELECT to_jsonb(t)::text FROM \"%s\" t ORDER BY %s) TO STDOUT (FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')"
                                .formatted(table, key),
                        new DigestOutputStream(out, digest));
        return new TablePart(table, rows, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Puts rows into a table, some hundred at a time.
     *
     * @param lines one JSON object each, UTF-8
     * @param watcher is told how many more rows stand in the table
     */
    void read(String table, InputStream lines, IntConsumer watcher) throws SQLException, IOException {
        try (var insert = connection.prepareStatement(
                        "INSERT INTO \"%1$s\" SELECT r.* FROM unnest(?::text[]) l, jsonb_populate_record(NULL::\"%1$s\", l::jsonb) r"
                                .formatted(table));
                var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            var part = new ArrayList<String>();
            var characters = 0L;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                part.add(line);
                characters += line.length();
                if (part.size() == LINES || characters > MOST_CHARACTERS) {
                    insert(insert, part, watcher);
                    characters = 0;
                }
            }
            insert(insert, part, watcher);
        }
    }

    private void insert(PreparedStatement insert, List<String> part, IntConsumer watcher) throws SQLException {
        if (!part.isEmpty()) {
            insert.setArray(1, connection.createArrayOf("text", part.toArray()));
            insert.executeUpdate();
            watcher.accept(part.size());
            part.clear();
        }
    }

    /**
     * Copies the rows of a table as they are.
     *
     * @param other whose table of the same name is empty
     * @param sign runs after each row
     */
    void copyTo(Tables other, String table, Runnable sign) throws SQLException {
        var columns = columns(table);
        var from = copies().copyOut("COPY \"%s\" (%s) TO STDOUT".formatted(table, columns));
        try {
            var into = other.copies().copyIn("COPY \"%s\" (%s) FROM STDIN".formatted(table, columns));
            try {
                for (var row = from.readFromCopy(); row != null; row = from.readFromCopy()) {
                    into.writeToCopy(row, 0, row.length);
                    sign.run();
                }
                into.endCopy();
            } finally {
                cancel(into);
            }
        } finally {
            cancel(from);
        }
    }

    /** A connection that is still copying can do nothing else, not even roll back. */
    private static void cancel(CopyOperation copy) throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private String columns(String table) throws SQLException {
        try (var query = connection.prepareStatement("""
            SELECT string_agg(format('%I', attname), ', ' ORDER BY attnum) FROM pg_attribute
             WHERE attrelid = format('%I', ?)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''\
            """)) {
            query.setString(1, table);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Takes all foreign keys away and gives the statements that put them back: rows come table by table then, in any order. */
    List<String> withoutForeignKeys() throws SQLException {
        var back = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            var away = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                  FROM pg_constraint
                 WHERE connamespace = current_schema()::regnamespace AND contype = 'f' ORDER BY conname\
                """)) {
                while (rows.next()) {
                    away.add(rows.getString(1));
                    back.add(rows.getString(2));
                }
            }
            statement.execute(String.join(";\n", away));
        }
        return back;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
