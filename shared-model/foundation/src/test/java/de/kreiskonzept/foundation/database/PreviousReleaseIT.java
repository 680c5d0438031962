package de.kreiskonzept.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A workspace of the release before, built from this program alone. */
class PreviousReleaseIT {
    @Test
    void isAsItWasAndComesToThisVersion() throws SQLException {
        var before = Release.previous();
        var earlier = new WorkspaceSchema(before.script());
        var schema = new WorkspaceSchema();
        var name = schema.newName();
        try (var admin = TestServer.admin()) {
            earlier.createRole(admin, name);
            earlier.createSchema(admin, name);
            earlier.grant(admin, name);
            // That release did not ask yet what the owner may do with the trail.
            assertThat(shape(name))
                    .filteredOn(line -> !line.startsWith("right audit_entry kk_owner "))
                    .containsExactlyElementsOf(before.workspace());

            schema.migrate(admin, name, earlier.version());
            assertThat(shape(name)).isEqualTo(Release.current().workspace());
            schema.drop(admin, name);
        }
    }

    private static TreeSet<String> shape(String schema) throws SQLException {
        var lines = new TreeSet<String>();
        try (var superuser = TestServer.shared().superuser();
                var query = superuser.prepareStatement("WITH shape AS (%s) SELECT line FROM shape UNION ALL SELECT"
                                .formatted(SchemaResource.text("workspace-shape.sql"))
                        + " concat_ws(' ', 'changeset', filename, id, author, md5sum) FROM " + schema
                        + ".databasechangelog")) {
            query.setArray(1, superuser.createArrayOf("text", List.of(schema).toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        }
        return lines;
    }
}
