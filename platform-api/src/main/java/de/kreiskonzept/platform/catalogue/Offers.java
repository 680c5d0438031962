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
    /** Version with which every county begins. */
    private static final int FIRST = 1;

    private final Workspaces workspaces;
    private final Offering offering;

    Offers(Workspaces workspaces, Offering offering) {
        this.workspaces = workspaces;
        this.offering = offering;
    }

    /** What the county works with and is offered. */
    public Standing show() {
        return offering.show(workspaces.publishedCatalogue());
    }

    /**
     * The offer, for those who may take it and where nobody has put it away. Costs nothing before the provider has published a second
     * version.
     */
    public Optional<Offer> findFor(SignedIn who) {
        int published = workspaces.publishedCatalogue();
        boolean mayTake = who.role().equals(Roles.ADMIN) || who.role().equals(Roles.LEAD);
        return mayTake && published > FIRST
                ? offering.show(published).offer().filter(offer -> !offer.putAway())
                : Optional.empty();
    }

    /**
     * Lets the county work with this version from now on. What it has written itself and what it uses of earlier versions stays.
     *
     * @throws Refusal 412 where another version is offered by now, or none
     */
    public Standing take(int version, SignedIn who) {
        return offering.take(workspaces.publishedCatalogue(), version, who);
    }

    /**
     * Hides the offer until there is another one.
     *
     * @throws Refusal 412 where another version is offered by now, or none
     */
    public Standing putAway(int version, SignedIn who) {
        return offering.putAway(workspaces.publishedCatalogue(), version, who);
    }
}
