package de.kreiskonzept.admin.restore;

import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareRemoval;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.transfer.Filling;
import de.kreiskonzept.foundation.audit.Actor;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Brings a county back to the moment of an exported file: fills a schema beside the living one, and swaps both in the registry. What the
 * county had before is kept for {@link SpareSchemas#KEPT}.
 */
@Singleton
public final class Restore {
    private final Filling filling;
    private final Swap swap;
    private final SpareRemoval removal;

    Restore(Filling filling, Swap swap, SpareRemoval removal) {
        this.filling = filling;
        this.swap = swap;
        this.removal = removal;
    }

    /**
     * Brings a county back to the moment of a file. People have to sign in again.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal 404, 409 where state or an announced deletion does not allow it, 422 where the file is
     *     incomplete, changed, from a newer program, of another county or from before this workspace
     */
    public Tenant restore(UUID id, Path path, Actor actor) throws IOException, SQLException {
        var dataSource = swap.dataSource(id);
        return filling.fill(
                path,
                dataSource,
                rows -> {},
                manifest -> swap.check(id, manifest),
                (name, manifest) -> swap.swap(id, new Place(dataSource, name), manifest, actor));
    }

    /**
     * Removes what a county had before it was restored.
     *
     * @return number of schemas that are gone now
     */
    public int dropPrevious(UUID id, Actor actor) throws SQLException {
        var dropped = removal.removePrevious(id);
        swap.dropped(id, dropped, actor);
        return dropped;
    }
}
