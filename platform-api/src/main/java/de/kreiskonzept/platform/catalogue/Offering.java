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

    /** What the county works with and is offered; {@code published} is the latest version that the provider has published. */
    @InWorkspace(readOnly = true)
    Standing show(int published) {
        return standing(store.get(), published);
    }

    Standing take(int published, int version, SignedIn who) {
        Choice choice = require(published, version);
        var taken = new Choice(version, choice.putAway(), choice.version());
        store.put(taken, who);
        record("catalogue.taken", version, who);
        return standing(taken, published);
    }

    Standing putAway(int published, int version, SignedIn who) {
        Choice choice = require(published, version);
        var away = new Choice(choice.taken(), version, choice.version());
        store.put(away, who);
        record("catalogue.put-away", version, who);
        return standing(away, published);
    }

    private Choice require(int published, int version) {
        Choice choice = store.get();
        if (standing(choice, published)
                .offer()
                .filter(offer -> offer.newer().version() == version)
                .isEmpty()) {
            throw Refusal.stale();
        }
        return choice;
    }

    private Standing standing(Choice choice, int published) {
        var taken = versions.at(choice.taken());
        var newer = versions.at(published);
        return new Standing(
                taken.version(),
                newer.version() > taken.version()
                        ? Optional.of(Offer.of(taken, newer, choice.putAway() >= newer.version()))
                        : Optional.empty());
    }

    private void record(String action, int version, SignedIn who) {
        audit.record(new Actor(who.accountId(), who.name()), action, Integer.toString(version), "");
    }
}
