package de.kreiskonzept.platform;

import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.model.tenant.Quota;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes counties with an empty workspace in a database, as the console would.
 *
 * @param database with a registry
 */
record Counties(DatabaseServer database) {
    static final WorkspaceSchema CURRENT = new WorkspaceSchema();

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** A new county in this state, with the tables of this version. */
    Workspace create(TenantState state) throws SQLException {
        if (database != TestServer.shared()) {
            return create(state, CURRENT);
        }
        try (Connection admin = TestServer.admin()) {
            return registered(admin, state, WorkspacesAhead.shared().take(), CURRENT);
        }
    }

    /** A new county in this state, with the tables of that version. */
    Workspace create(TenantState state, WorkspaceSchema schema) throws SQLException {
        try (Connection admin = database.as("kk_admin", TestServer.ADMIN_PASSWORD)) {
            return registered(admin, state, build(admin, schema), schema);
        }
    }

    /** Makes an empty workspace and gives its name. */
    static String build(Connection admin, WorkspaceSchema schema) throws SQLException {
        String name = schema.newName();
        schema.createRole(admin, name);
        schema.createSchema(admin, name);
        schema.grant(admin, name);
        return name;
    }

    private static Workspace registered(Connection admin, TenantState state, String name, WorkspaceSchema schema)
            throws SQLException {
        int number = NUMBERS.incrementAndGet();
        Workspace county = new Workspace(
                UUID.randomUUID(),
                "%05d".formatted(number),
                "Landkreis Prüfstadt " + number,
                "pruefstadt-" + number,
                DataSources.DEFAULT,
                name,
                name,
                schema.version(),
                state,
                Quota.NONE,
                null);
        register(admin, county);
        return county;
    }

    private static void register(Connection admin, Workspace county) throws SQLException {
        try (var insert = admin.prepareStatement("""
                INSERT INTO registry.tenant
                  (id, ags, name, slug, schema_name, role_name, state, schema_version, created_at, modified_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, now(), now(), 0)""")) {
            insert.setObject(1, county.id());
            insert.setString(2, county.ags());
            insert.setString(3, county.name());
            insert.setString(4, county.slug());
            insert.setString(5, county.schema());
            insert.setString(6, county.role());
            insert.setString(7, county.state().text());
            insert.setString(8, county.schemaVersion());
            insert.executeUpdate();
        }
    }
}
