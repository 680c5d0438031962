package de.kreiskonzept.foundation.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a workspace of this program looks like in the catalogue of PostgreSQL: tables, columns, indexes, constraints, policies, rights,
 * owner and changelog, one line each, as the build found them after a run of Liquibase. Reads the catalogue only, no content.
 */
@Singleton
public final class WorkspaceShape {
    private static final String CHANGESET = "changeset ";

    private final String shape = SchemaResource.text("workspace-shape.sql");
    private final List<String> catalogue;
    private final Set<String> changelog;

    WorkspaceShape() {
        var lines = SchemaResource.text("workspace.shape").lines().toList();
        this.catalogue =
                lines.stream().filter(line -> !line.startsWith(CHANGESET)).toList();
        this.changelog = new TreeSet<>(lines);
        catalogue.forEach(changelog::remove);
    }

    /**
     * How a workspace differs from what it has to be.
     *
     * @param missing lines that it lacks, sorted
     * @param surplus lines that it has too many, sorted
     */
    public record Deviation(List<String> missing, List<String> surplus) {
        /** The part of it whose lines begin with this word. */
        public Deviation of(String word) {
            return only(line -> line.startsWith(word + " "));
        }

        /** The part of it whose lines do not begin with this word. */
        public Deviation without(String word) {
            return only(line -> !line.startsWith(word + " "));
        }

        /** Whether nothing differs. */
        public boolean isNone() {
            return missing.isEmpty() && surplus.isEmpty();
        }

        private Deviation only(Predicate<String> wanted) {
            return new Deviation(
                    missing.stream().filter(wanted).toList(),
                    surplus.stream().filter(wanted).toList());
        }
    }

    /**
     * Compares the catalogue of workspaces with what it has to be, without the changelog.
     *
     * @param schemas a hundred at most, or the server keeps too much in memory for this connection
     * @return those that differ; one that is not there lacks everything
     */
    public Map<String, Deviation> deviations(Connection admin, Collection<String> schemas) throws SQLException {
        var missing = new TreeMap<String, Set<String>>();
        var surplus = new TreeMap<String, Set<String>>();
        try (var query = admin.prepareStatement("""
            WITH shape AS MATERIALIZED (%s), expected AS MATERIALIZED (SELECT unnest(?::text[]) AS line)
            SELECT name, true AS missing, line FROM unnest(?::text[]) AS name CROSS JOIN expected e
             WHERE NOT EXISTS (SELECT FROM shape s WHERE s.schema = name AND s.line = e.line)
            UNION ALL
            SELECT schema, false, line FROM shape s
             WHERE NOT EXISTS (SELECT FROM expected e WHERE e.line = s.line)\
            """.formatted(shape))) {
            var names = admin.createArrayOf("text", schemas.toArray());
            query.setArray(1, names);
            query.setArray(2, admin.createArrayOf("text", catalogue.toArray()));
            query.setArray(3, names);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    (rows.getBoolean(2) ? missing : surplus)
                            .computeIfAbsent(rows.getString(1), name -> new TreeSet<>())
                            .add(rows.getString(3));
                }
            }
        }
        return merged(missing, surplus);
    }

    private static Map<String, Deviation> merged(Map<String, Set<String>> missing, Map<String, Set<String>> surplus) {
        return Stream.concat(missing.keySet().stream(), surplus.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> new Deviation(
                                List.copyOf(missing.getOrDefault(name, Set.of())),
                                List.copyOf(surplus.getOrDefault(name, Set.of()))),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /**
     * Compares the changesets that were run in workspaces with those that have to be.
     *
     * @param schemas a hundred at most
     * @return those that differ; one whose changelog is missing or cannot be read lacks all changesets
     */
    public Map<String, Deviation> changelogs(Connection admin, Collection<String> schemas) throws SQLException {
        var found = new TreeMap<String, Set<String>>();
        schemas.forEach(schema -> found.put(schema, new TreeSet<>()));
        WorkspaceSchema.execute(admin, "SET ROLE kk_owner");
        try {
            var sql = readable(admin, schemas).stream()
                    .map(WorkspaceSchema::checked)
                    .map(schema ->
                            "SELECT '%1$s', concat_ws(' ', 'changeset', filename, id, author, md5sum) FROM %1$s.databasechangelog"
                                    .formatted(schema))
                    .collect(Collectors.joining(" UNION ALL "));
            readPairs(admin, sql, found);
        } finally {
            WorkspaceSchema.execute(admin, "RESET ROLE");
        }
        var differing = new TreeMap<String, Deviation>();
        found.forEach((schema, lines) -> {
            var deviation = new Deviation(without(changelog, lines), without(lines, changelog));
            if (!deviation.isNone()) {
                differing.put(schema, deviation);
            }
        });
        return differing;
    }

    private static List<String> without(Set<String> lines, Set<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static List<String> readable(Connection admin, Collection<String> schemas) throws SQLException {
        try (var query = admin.prepareStatement("""
            SELECT n.nspname FROM pg_namespace n
              JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'databasechangelog'
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('filename', 'id', 'author', 'md5sum')
             WHERE n.nspname = ANY (?) AND has_table_privilege(c.oid, 'SELECT')
             GROUP BY n.nspname HAVING count(*) = 4\
            """)) {
            query.setArray(1, admin.createArrayOf("text", schemas.toArray()));
            try (var rows = query.executeQuery()) {
                var names = new ArrayList<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    private static void readPairs(Connection admin, String sql, Map<String, Set<String>> found) throws SQLException {
        if (sql.isEmpty()) {
            return;
        }
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Objects.requireNonNull(found.get(rows.getString(1))).add(rows.getString(2));
            }
        }
    }
}
