package de.kreiskonzept.admin.restore;

import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.admin.transfer.Manifest;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Points a county to another schema, in one transaction on the registry. */
@Singleton
@Transactional
class Swap {
    private final Tenants tenants;
    private final Deletions deletions;
    private final SpareSchemas spares;
    private final Moments moments;
    private final Texts texts;
    private final AuditTrail audit;

    Swap(Tenants tenants, Deletions deletions, SpareSchemas spares, Moments moments, Texts texts, AuditTrail audit) {
        this.tenants = tenants;
        this.deletions = deletions;
        this.spares = spares;
        this.moments = moments;
        this.texts = texts;
        this.audit = audit;
    }

    /** Name of the database in which a county stands. */
    String dataSource(UUID id) {
        return tenants.get(id).dataSource();
    }

    /** Refuses a file that this county cannot be brought back to. */
    void check(UUID id, Manifest manifest) {
        var tenant = tenants.get(id);
        if (!Export.isPossible(tenant.state()) || tenant.state() == TenantState.MOVING) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "registry.refused." + tenant.state().text());
        }
        deletions.checkNotUnderWay(id);
        if (!manifest.ags().equals(tenant.ags().text())) {
            throw refused("restore.otherCounty", manifest.county());
        }
        // What was deleted must not come back by a file of a workspace that the county had before this one.
        if (Instant.parse(manifest.exportedAt()).isBefore(tenant.createdAt().toInstant())) {
            throw refused("restore.earlier", tenant.name());
        }
    }

    /**
     * Gives the county the filled schema; from the commit on the platform cannot enter the one of before.
     *
     * @param filled the schema; in vain where the county has moved to another database meanwhile
     */
    Tenant swap(UUID id, Place filled, Manifest manifest, Actor actor) {
        var before = tenants.lock(id);
        check(id, manifest);
        if (!before.dataSource().equals(filled.dataSource()) || !spares.take(filled.schema())) {
            throw new Refusal(HttpStatus.CONFLICT, "import", "transfer.tooLate");
        }
        spares.keep(before.place(), id);
        var moment = moments.of(Instant.parse(manifest.exportedAt()));
        return tenants.pointTo(id, filled.schema(), actor, texts.text("restore.reason", moment), manifest.digest());
    }

    /** Notes how many schemas of before were removed at the wish of an operator. */
    void dropped(UUID id, int schemas, Actor actor) {
        audit.record(actor, "tenant.previous-dropped", id.toString(), Integer.toString(schemas));
    }

    private static Refusal refused(String key, String county) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "import", key, county);
    }
}
