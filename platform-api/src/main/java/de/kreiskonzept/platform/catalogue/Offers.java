package de.kreiskonzept.platform.catalogue;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspaces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The newer version of the catalogue that the provider has published and the county has not taken. */
@Singleton
public final class Offers {
    private final Workspaces workspaces;
    private final Offering offering;

    Offers(Workspaces workspaces, Offering offering) {
        this.workspaces = workspaces;
        this.offering = offering;
    }

    /** The offer that stands, put away or not. */
    public Optional<Offer> find() {
        return offering.find(workspaces.publishedCatalogue());
    }

    /** The offer, for those who may take it and where nobody has put it away. */
    public Optional<Offer> findFor(SignedIn who) {
        return who.role().equals(Roles.ADMIN) || who.role().equals(Roles.LEAD)
                ? find().filter(offer -> !offer.putAway())
                : Optional.empty();
    }

    /**
     * Lets the county work with this version from now on. What it has written itself and what it uses of earlier versions stays.
     *
     * @throws Refusal 412 where another version is offered by now, or none
     */
    public void take(int version, SignedIn who) {
        offering.take(workspaces.publishedCatalogue(), version, who);
    }

    /**
     * Hides the offer until there is another one.
     *
     * @throws Refusal 412 where another version is offered by now, or none
     */
    public void putAway(int version, SignedIn who) {
        offering.putAway(workspaces.publishedCatalogue(), version, who);
    }
}
