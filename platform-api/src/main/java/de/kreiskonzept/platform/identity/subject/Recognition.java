package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.platform.identity.Accounts;
import de.kreiskonzept.platform.identity.openid.Attempt;
import de.kreiskonzept.platform.identity.openid.OpenIdProvider;
import de.kreiskonzept.platform.identity.openid.SignInObstructed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds out who comes back from the OpenID provider; asks the provider outside any transaction. */
@Singleton
class Recognition {
    private final OpenIdProvider provider;
    private final Subjects subjects;
    private final Accounts accounts;

    Recognition(OpenIdProvider provider, Subjects subjects, Accounts accounts) {
        this.provider = provider;
        this.subjects = subjects;
        this.accounts = accounts;
    }

    /**
     * Returns the account; an invitation counts as accepted, because the provider has verified the address to which it went.
     *
     * @param answer parameters with which the provider has sent the person back
     * @throws SignInObstructed when nobody gets in
     */
    UUID account(Attempt attempt, Map<String, List<String>> answer) {
        var person = provider.person(attempt, answer);
        return switch (subjects.recognise(person, attempt.begunAt())) {
            case Recognised.As(var account, var invited) -> {
                if (invited) {
                    accounts.accept(account);
                }
                yield account;
            }
            case Recognised.Not(var why) -> throw new SignInObstructed(why);
        };
    }
}
