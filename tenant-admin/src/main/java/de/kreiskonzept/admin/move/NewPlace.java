package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.move.MoveProgress.Claim;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareRemoval;
import de.kreiskonzept.admin.transfer.WorkspaceCopy;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Fills a schema at the place where a county goes, and gives it to the county. */
@Singleton
final class NewPlace {
    private final MoveProgress progress;
    private final WorkspaceSchema schema;
    private final WorkspaceCopy copy;
    private final SpareRemoval removal;

    NewPlace(MoveProgress progress, WorkspaceSchema schema, WorkspaceCopy copy, SpareRemoval removal) {
        this.progress = progress;
        this.schema = schema;
        this.copy = copy;
        this.removal = removal;
    }

    /**
     * Copies everything into a new schema and points the registry to it. What an earlier attempt has made is removed first.
     *
     * @return false where somebody else has taken the work over or called it off
     */
    boolean fill(Claim.Work work) throws SQLException {
        var move = work.move();
        if (move.toSchema() != null && removal.remove(move.toSchema())) {
            progress.copied(work, move.from(), new Move.Copied(0, 0, 0));
        }
        var place = new Place(move.to(), schema.newName());
        if (!progress.fill(work, place)) {
            return false;
        }
        try {
            return copy.copy(
                    move.from(), place, so -> keep(work, place, so), digest -> progress.switchTo(work, place, digest));
        } catch (Stopped e) {
            return false;
        }
    }

    private void keep(Claim.Work work, Place place, WorkspaceCopy.SoFar so) {
        if (!progress.copied(work, place, new Move.Copied(so.tables(), so.all(), so.rows()))) {
            throw new Stopped();
        }
    }

    /** Somebody else is at it, or has called it off. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
