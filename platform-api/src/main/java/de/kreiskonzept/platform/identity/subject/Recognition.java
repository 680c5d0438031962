package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.platform.identity.openid.Attempt;
import de.kreiskonzept.platform.identity.openid.OpenIdProvider;
import de.kreiskonzept.platform.identity.openid.SignInObstructed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Finds out who comes back from the OpenID provider; asks the provider outside any transaction. */
@Singleton
class Recognition {
    private final OpenIdProvider provider;
    private final Subjects subjects;

    Recognition(OpenIdProvider provider, Subjects subjects) {
        this.provider = provider;
        this.subjects = subjects;
    }

    /**
     * Lets the person in.
     *
     * @param answer parameters with which the provider has sent the person back
     * @param entrance lets an account in; what it gives is given back
     * @throws SignInObstructed when nobody gets in
     */
    <T> T admit(Attempt attempt, Map<String, List<String>> answer, Function<UUID, T> entrance) {
        var person = provider.person(attempt, answer);
        return switch (subjects.recognise(person, attempt.begunAt(), entrance)) {
            case Recognised.As<T>(var in) -> in;
            case Recognised.Not<T>(var why) -> throw new SignInObstructed(why);
        };
    }
}
