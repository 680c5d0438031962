package de.kreiskonzept.foundation.database;

import de.kreiskonzept.foundation.database.WorkspaceScript.ChangeSet;
import java.util.stream.Stream;

/** Scripts of programs before and after this one. */
public final class OtherVersions {
    private static final String NO_RIGHTS = "00000000";

    private OtherVersions() {}

    /** The script of this program without its last changesets, and without rights on tables that are not there yet. */
    public static WorkspaceScript before(int changes) {
        var current = WorkspaceScript.current();
        var number = current.changeSets().size() - changes;
        return new WorkspaceScript(
                current.start(), current.changeSets().subList(0, number), "", "%08x".formatted(number) + NO_RIGHTS);
    }

    /** The script of this program with one more changeset. */
    public static WorkspaceScript after(String name, String sql) {
        var current = WorkspaceScript.current();
        var changes = Stream.concat(current.changeSets().stream(), Stream.of(changeSet(name, sql)))
                .toList();
        var digits = Sha256.hex(sql).substring(0, 8) + current.version().substring(8);
        return new WorkspaceScript(current.start(), changes, current.grants(), digits);
    }

    private static ChangeSet changeSet(String name, String sql) {
        var checksum = "9:" + Sha256.hex(sql).substring(0, 32);
        return new ChangeSet("later.sql::" + name + "::kreiskonzept", checksum, sql + """

            INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, md5sum, exectype)
            VALUES ('%s', 'kreiskonzept', 'later.sql', now(), 9999, '%s', 'EXECUTED');
            """.formatted(name, checksum));
    }
}
