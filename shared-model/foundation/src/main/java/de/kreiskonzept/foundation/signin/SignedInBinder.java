package de.kreiskonzept.foundation.signin;

import io.micronaut.security.authentication.AbstractPrincipalArgumentBinder;
import jakarta.inject.Singleton;

/** Gives handlers the person who is signed in. */
@Singleton
final class SignedInBinder extends AbstractPrincipalArgumentBinder<SignedIn> {
    SignedInBinder() {
        super(SignedIn.class);
    }
}
