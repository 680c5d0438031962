package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

/** Removes schemas that stand beside the workspaces. Noted before and after, so whoever comes after a crash finds what is left. */
@Singleton
public final class SpareRemoval {
    private final SpareSchemas spares;
    private final WorkspaceSchema schema;
    private final AdminConnections connections;

    SpareRemoval(SpareSchemas spares, WorkspaceSchema schema, AdminConnections connections) {
        this.spares = spares;
        this.schema = schema;
        this.connections = connections;
    }

    /**
     * Removes a schema with its role.
     *
     * @return false where it is in use or gone
     */
    public boolean remove(String name) throws SQLException {
        if (!spares.beginRemoval(name)) {
            return false;
        }
        drop(name);
        return true;
    }

    /**
     * Removes what a county had before.
     *
     * @return number of schemas that went by this call
     */
    public int removePrevious(UUID tenant) throws SQLException {
        var removed = 0;
        for (var name : spares.list(tenant)) {
            removed += remove(name) ? 1 : 0;
        }
        return removed;
    }

    /** Removes a schema that its maker gives up, even where its time was over and somebody else has removed its beginnings. */
    void giveUp(String name) throws SQLException {
        spares.beginRemoval(name);
        drop(name);
    }

    private void drop(String name) throws SQLException {
        connections.lend(1, connection -> {
            schema.drop(connection, name);
            return true;
        });
        spares.removed(name);
    }
}
