package de.kreiskonzept.foundation.signin;

import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The one signature of this installation; Micronaut's check of tokens finds it too. */
@Factory
final class Signing {
    @Singleton
    @Named("generator")
    SignatureGeneratorConfiguration signature(SigningSecret secret) {
        var configuration = new SecretSignatureConfiguration("generator");
        configuration.setSecret(secret.forTokens());
        return new SecretSignature(configuration);
    }
}
