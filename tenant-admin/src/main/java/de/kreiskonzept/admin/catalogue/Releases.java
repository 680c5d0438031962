package de.kreiskonzept.admin.catalogue;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.catalogue.Catalogue;
import de.kreiskonzept.model.catalogue.CatalogueVersions;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Operators say which versions of the catalogue counties are offered. What a county has taken stays with it, whatever is said here. */
@Singleton
@Transactional
public class Releases {
    private static final int FIRST = 1;

    private final ReleaseStore store;
    private final CatalogueVersions versions;
    private final AuditTrail audit;

    Releases(ReleaseStore store, CatalogueVersions versions, AuditTrail audit) {
        this.store = store;
        this.versions = versions;
        this.audit = audit;
    }

    /** All versions of this program, the latest first. */
    public List<Release> list() {
        var published = store.published();
        return versions.versions().reversed().stream()
                .map(version -> release(version, published))
                .toList();
    }

    private Release release(Catalogue version, Set<Integer> published) {
        int number = version.version();
        return number == FIRST
                ? new Release(number, true, List.of())
                : new Release(
                        number,
                        published.contains(number),
                        versions.at(number - 1).changesTo(version));
    }

    /** The latest version that counties are offered, with which a new one begins. */
    public int latest() {
        return list().stream()
                .filter(Release::published)
                .mapToInt(Release::number)
                .findFirst()
                .orElse(FIRST);
    }

    /**
     * Offers a version to all counties; saying it again changes nothing.
     *
     * @throws Refusal 404 where this program brings no such version, 409 for the first one
     */
    public List<Release> publish(int number, Actor actor) {
        return say(number, true, actor);
    }

    /**
     * Offers a version to nobody any more. Counties that have taken it keep it.
     *
     * @throws Refusal 404 where this program brings no such version, 409 for the first one
     */
    public List<Release> hold(int number, Actor actor) {
        return say(number, false, actor);
    }

    private List<Release> say(int number, boolean published, Actor actor) {
        if (versions.find(number).isEmpty()) {
            throw Refusal.notFound();
        }
        if (number == FIRST) {
            throw new Refusal(HttpStatus.CONFLICT, "wrong-state", "catalogue.refused");
        }
        if (store.published().contains(number) != published) {
            store.put(number, published);
            audit.record(actor, "catalogue." + (published ? "published" : "held-back"), Integer.toString(number), "");
        }
        return list();
    }
}
