package de.kreiskonzept.platform.identity.openid;

import java.time.Instant;

/**
 * An attempt to sign in by the OpenID provider, from the link on the sign-in page to the way back.
 *
 * @param kept what the browser holds meanwhile; the other parts come from it
 * @param state names county and attempt in the addresses there and back (RFC 6749, section 10.12)
 * @param nonce has to stand in the ID token
 * @param verifier proves to the provider that whoever exchanges its code has begun the attempt (RFC 7636)
 * @param next path of the page that the person wanted to see
 * @param begunAt correct to microseconds
 */
public record Attempt(String kept, String state, String nonce, String verifier, String next, Instant begunAt) {}
