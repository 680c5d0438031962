package de.kreiskonzept.platform.catalogue;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.catalogue.CatalogueVersions;
import de.kreiskonzept.platform.catalogue.CatalogueStore.Choice;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What a county does with an offer; each method is one transaction in its workspace. */
@Singleton
@InWorkspace
class Offering {
    private final CatalogueStore store;
    private final CatalogueVersions versions;
    private final AuditTrail audit;

    Offering(CatalogueStore store, CatalogueVersions versions, AuditTrail audit) {
        this.store = store;
        this.versions = versions;
        this.audit = audit;
    }

    /**
     * The offer that stands.
     *
     * @param published latest version that the provider has published
     */
    @InWorkspace(readOnly = true)
    Optional<Offer> find(int published) {
        Choice choice = store.get();
        var taken = versions.at(choice.taken());
        var newer = versions.at(published);
        return newer.version() > taken.version()
                ? Optional.of(Offer.of(taken, newer, choice.putAway() >= newer.version()))
                : Optional.empty();
    }

    void take(int published, int version, SignedIn who) {
        Choice choice = require(published, version);
        store.put(new Choice(version, choice.putAway(), choice.version()), who);
        record("catalogue.taken", version, who);
    }

    void putAway(int published, int version, SignedIn who) {
        Choice choice = require(published, version);
        store.put(new Choice(choice.taken(), version, choice.version()), who);
        record("catalogue.put-away", version, who);
    }

    private Choice require(int published, int version) {
        if (find(published).filter(offer -> offer.newer().version() == version).isEmpty()) {
            throw Refusal.stale();
        }
        return store.get();
    }

    private void record(String action, int version, SignedIn who) {
        audit.record(new Actor(who.accountId(), who.name()), action, Integer.toString(version), "");
    }
}
