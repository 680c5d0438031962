package de.kreiskonzept.admin.registry;

import de.kreiskonzept.foundation.database.WorkspaceSchema;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes schemas that stand beside the workspaces. Noted before and after, so whoever comes after a crash finds what is left. */
@Singleton
public final class SpareRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(SpareRemoval.class);

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
        var place = spares.beginRemoval(name);
        if (place.isEmpty()) {
            return false;
        }
        drop(place.get());
        spares.removed(name);
        return true;
    }

    /**
     * Removes a schema with its role whose time is over.
     *
     * @return false where it has been given more time, is in use or gone
     */
    public boolean removeOver(String name) throws SQLException {
        var place = spares.beginRemovalOfOver(name);
        if (place.isEmpty()) {
            return false;
        }
        drop(place.get());
        spares.ranOut(name);
        return true;
    }

    /**
     * Removes what a county had before.
     *
     * @return number of schemas that went by this call
     */
    public int removePrevious(UUID tenant) throws SQLException {
        var removed = 0;
        for (var place : spares.list(tenant)) {
            removed += remove(place.schema()) ? 1 : 0;
        }
        return removed;
    }

    /** Removes a schema that its maker gives up, even where its time was over and somebody else has removed its beginnings. */
    public void giveUp(Place place) throws SQLException {
        if (spares.beginRemoval(place.schema()).isPresent()) {
            LOG.info("The schema {} is given up", place.schema());
        }
        drop(place);
        spares.removed(place.schema());
    }

    private void drop(Place place) throws SQLException {
        connections.lend(place.dataSource(), connection -> {
            schema.drop(connection, place.schema());
            return true;
        });
    }
}
