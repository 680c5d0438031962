package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.datasource.Placement;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a workspace of an exported file; the county is entered as the last step. */
@Singleton
public final class Import {
    private final Tenants tenants;
    private final CountyCatalogue catalogue;
    private final TransferTrail trail;
    private final Placement placement;
    private final Filling filling;

    Import(Tenants tenants, CountyCatalogue catalogue, TransferTrail trail, Placement placement, Filling filling) {
        this.placement = placement;
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.trail = trail;
        this.filling = filling;
    }

    /**
     * Reads a file.
     *
     * @param ags of the county that the content is for; null for the one that the file names
     * @throws Refusal 409 where the county has a workspace or an open request or no data source has room,
     *     422 where the file is incomplete, changed or from a newer program, or the county is unknown
     */
    public Tenant read(Path path, @Nullable String ags, Actor actor, Filling.Watcher watcher)
            throws IOException, SQLException {
        var dataSource = placement.choose();
        return filling.fill(
                path,
                dataSource,
                watcher,
                manifest -> checkFree(Objects.requireNonNullElse(ags, manifest.ags())),
                (name, manifest) -> trail.imported(
                        actor,
                        county(Objects.requireNonNullElse(ags, manifest.ags())),
                        new Place(dataSource, name),
                        manifest,
                        watcher));
    }

    /**
     * Holds that a county can have a workspace.
     *
     * @throws Refusal 409 where it has one or an open request, 422 where it is unknown
     */
    void checkFree(String ags) {
        var county = county(ags);
        if (tenants.findLiving(county.ags()).isPresent()) {
            throw TransferTrail.taken(county);
        }
    }

    private County county(String ags) {
        return (ags.matches("[0-9]{5}") ? catalogue.find(new Ags(ags)) : Optional.<County>empty())
                .orElseThrow(() -> ImportFailure.COUNTY.refusal(ags));
    }
}
