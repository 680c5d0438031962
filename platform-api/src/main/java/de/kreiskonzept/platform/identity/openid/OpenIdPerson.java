package de.kreiskonzept.platform.identity.openid;

import java.util.Locale;

/**
 * Somebody for whom the OpenID provider vouches (OpenID Connect Core 1.0, sections 2 and 5.1).
 *
 * @param issuer who vouches
 * @param subject the person's name there, never given to anybody else
 * @param email in lower case; empty where the provider does not say
 * @param verified whether the provider has seen that the address is the person's
 */
public record OpenIdPerson(String issuer, String subject, String email, boolean verified) {
    /** Takes the address in the spelling of accounts. */
    public OpenIdPerson {
        email = inLowerCase(email.strip());
    }

    /** Says whether the address proves who this is. */
    public boolean hasVerifiedEmail() {
        return verified && !email.isEmpty();
    }

    // Other letters that become a to z in lower case would turn one person's address into another's.
    private static String inLowerCase(String email) {
        return email.chars().allMatch(letter -> letter < 128) ? email.toLowerCase(Locale.ROOT) : email;
    }
}
