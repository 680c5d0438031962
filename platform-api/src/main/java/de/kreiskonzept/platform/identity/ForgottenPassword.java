package de.kreiskonzept.platform.identity;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;

/** Sends a link to somebody who has forgotten the password. */
@Singleton
@InWorkspace
class ForgottenPassword {
    private final AccountStore accounts;
    private final Letters letters;

    ForgottenPassword(AccountStore accounts, Letters letters) {
        this.accounts = accounts;
        this.letters = letters;
    }

    /** Sends a link when there is an active account with this address; the caller learns nothing. */
    void request(String email) {
        accounts.find(email.strip()).filter(Account::isActive).ifPresent(letters::reset);
    }
}
