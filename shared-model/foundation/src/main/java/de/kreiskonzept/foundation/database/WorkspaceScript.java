package de.kreiskonzept.foundation.database;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL that makes the tables of a workspace, changeset by changeset, as the build has captured it from Liquibase. What a workspace
 * of any earlier version lacks is a part of the same text, so nobody pays for Liquibase twice.
 *
 * @param start what comes before the first changeset
 * @param changeSets in the order of the changelog
 * @param grants what the role may do with each table; {@code {role}} stands for its name
 * @param version 16 hexadecimal digits: 8 of the changesets, 8 of the grants
 */
public record WorkspaceScript(String start, List<ChangeSet> changeSets, String grants, String version) {
    private static final String MARK = "-- Changeset ";
    private static final Pattern GRANT = Pattern.compile("(?m)^GRANT [A-Z, ]+ ON\\s+([a-z_,\\s]+?)\\s+TO ");
    private static final Pattern NO_WORD = Pattern.compile("\\W+");
    private static final int HALF = 8;

    /** Keeps a copy of the list. */
    public WorkspaceScript {
        changeSets = List.copyOf(changeSets);
    }

    /** The script of this program. */
    public static WorkspaceScript current() {
        var parts = SchemaResource.text("workspace.sql").split("(?m)^" + MARK);
        return new WorkspaceScript(
                parts[0],
                Stream.of(parts).skip(1).map(ChangeSet::captured).toList(),
                SchemaResource.text("workspace-grants.sql"),
                SchemaResource.text("workspace.version"));
    }

    /** Everything from the first table on. */
    String whole() {
        return start + changeSets.stream().map(ChangeSet::sql).collect(Collectors.joining());
    }

    /** Gives the role of a workspace what it may do, as owner of the schema. */
    String rights(String role) {
        return "GRANT USAGE ON SCHEMA %1$s TO %1$s;\n".formatted(role) + grants.replace("{role}", role);
    }

    /** The same for these tables alone: a workspace of an earlier version lacks some. */
    String rights(String role, Set<String> tables) {
        var usage = "GRANT USAGE ON SCHEMA %1$s TO %1$s;\n".formatted(role);
        return GRANT.matcher(grants)
                .results()
                .map(found -> {
                    var there = Stream.of(found.group(1).split(",", -1))
                            .map(String::strip)
                            .filter(tables::contains)
                            .collect(Collectors.joining(", "));
                    var verbs = grants.substring(found.start(), found.start(1));
                    return there.isEmpty() ? "" : verbs + there + " TO " + role + ";\n";
                })
                .collect(Collectors.joining("", usage, ""));
    }

    /** Takes from the role all that it may do with the tables that stand in the grants. */
    String noRights(String role) {
        return GRANT.matcher(grants)
                        .results()
                        .map(found -> "REVOKE ALL ON %s FROM %s;\n".formatted(found.group(1), role))
                        .collect(Collectors.joining())
                + "REVOKE ALL ON SCHEMA %1$s FROM %1$s; REVOKE ALL ON databasechangelog FROM %1$s;\n".formatted(role);
    }

    /** How many of the tables that stand in the grants a text names. */
    int tablesIn(String sql) {
        var words = Set.copyOf(List.of(NO_WORD.split(sql)));
        return (int) GRANT.matcher(grants)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                .map(String::strip)
                .filter(words::contains)
                .count();
    }

    /** Whether a workspace of this version needs its rights anew. */
    boolean hasOtherRights(String from) {
        return !from.endsWith(version.substring(HALF));
    }

    /**
     * What a workspace lacks.
     *
     * @param applied checksums of the changesets that were run there, by their {@link ChangeSet#key}
     * @return SQL, empty where nothing is missing
     * @throws NotMigratable where it has a changeset that this script does not know, or another one of the same name
     */
    String since(Map<String, String> applied) {
        check(applied);
        return changeSets.stream()
                .filter(change -> !applied.containsKey(change.key()))
                .map(ChangeSet::sql)
                .collect(Collectors.joining());
    }

    /**
     * Everything from the first table on that a workspace has to which these changesets were applied.
     *
     * @throws NotMigratable as {@link #since}
     */
    String only(Map<String, String> applied) {
        check(applied);
        return start
                + changeSets.stream()
                        .filter(change -> applied.containsKey(change.key()))
                        .map(ChangeSet::sql)
                        .collect(Collectors.joining());
    }

    /**
     * Refuses changesets that this script does not know.
     *
     * @throws NotMigratable as {@link #since}
     */
    void check(Map<String, String> applied) {
        var known = changeSets.stream().collect(Collectors.toMap(ChangeSet::key, ChangeSet::checksum));
        applied.forEach((key, checksum) -> {
            if (!known.containsKey(key)) {
                throw new NotMigratable("unknown changeset " + key);
            }
            if (!checksum.equals(known.get(key))) {
                throw new NotMigratable("changed changeset " + key);
            }
        });
    }

    /**
     * One changeset.
     *
     * @param key file, name and author with {@code ::} between them
     * @param checksum as Liquibase computes it
     * @param sql its statements, and the one that notes it in the changelog
     */
    public record ChangeSet(String key, String checksum, String sql) {
        private static final Pattern CHECKSUM = Pattern.compile("'(\\d+:[0-9a-f]{32})'");

        private static ChangeSet captured(String text) {
            var end = text.indexOf('\n');
            var checksum = CHECKSUM.matcher(text.substring(text.lastIndexOf("INSERT INTO databasechangelog")));
            if (!checksum.find()) {
                throw new IllegalStateException("A captured changeset has no checksum");
            }
            return new ChangeSet(text.substring(0, end), checksum.group(1), text.substring(end + 1));
        }
    }

    /** A workspace that cannot be brought to this version; the message names the changeset, and nothing of the content. */
    public static final class NotMigratable extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotMigratable(String message) {
            super(message, null, false, false);
        }
    }

    /** The one script of an application. */
    @Factory
    static final class OfProgram {
        @Bean
        @Singleton
        WorkspaceScript script() {
            return current();
        }
    }
}
