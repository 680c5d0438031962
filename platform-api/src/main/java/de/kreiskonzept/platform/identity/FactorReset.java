package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.SecondFactors;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Ends the second factor of somebody who has lost it: another admin does it, and the person hears of it. */
@Singleton
@InWorkspace
public class FactorReset {
    private final AccountStore accounts;
    private final SecondFactors factors;
    private final CurrentWorkspace county;
    private final Letters letters;

    FactorReset(AccountStore accounts, SecondFactors factors, CurrentWorkspace county, Letters letters) {
        this.accounts = accounts;
        this.factors = factors;
        this.county = county;
        this.letters = letters;
    }

    /** Says whether there is anything to be ended. */
    boolean isPossible(UUID id, SignedIn who) {
        return !id.equals(who.accountId()) && factors.isEnrolled(id);
    }

    /**
     * Ends it, together with all sessions of the account.
     *
     * @throws Refusal 404 when there is no such account, 409 when it is the own one or has no second factor
     */
    public void make(UUID id, SignedIn who) {
        var account = accounts.get(id);
        if (id.equals(who.accountId())) {
            throw new Refusal(HttpStatus.CONFLICT, "own-second-factor", "identity.factor.own");
        }
        factors.reset(county.get().id(), id, new Actor(who.accountId(), who.name()));
        letters.tellOfReset(account);
    }
}
