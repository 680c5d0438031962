package de.kreiskonzept.foundation.signin;

import de.kreiskonzept.foundation.database.LocalUse;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of this installation: {@code KK_JWT_SECRET} signs, {@code KK_SECOND_FACTOR_SECRET} keeps what second factors need and is the
 * same where it is not set. A start without a good one fails; only in local mode it is made up once and kept in the data folder.
 */
@Context
public final class SigningSecret {
    private static final int MIN_BYTES = 32;
    private static final int MIN_DIFFERENT = 10;
    private static final String MAC = "HmacSHA256";

    private static final int KEY_BYTES = 32;

    private final String secret;
    private final String ofSecondFactors;
    private final Mac mac;

    SigningSecret(
            Environment environment,
            @Value("${kreiskonzept.jwt-secret:}") String configured,
            @Value("${kreiskonzept.second-factor-secret:}") String separate,
            @Value("${kreiskonzept.data-dir:.data}") Path folder) {
        if (configured.isEmpty() && LocalUse.in(environment)) {
            secret = kept(folder.resolve("jwt-secret"));
        } else {
            secret = configured;
        }
        ofSecondFactors = separate.isEmpty() ? secret : separate;
        check("KK_JWT_SECRET", secret);
        check("KK_SECOND_FACTOR_SECRET", ofSecondFactors);
        mac = mac(secret);
    }

    private static Mac mac(String secret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Returns the code that proves a text for one purpose; codes of different purposes have nothing in common. */
    public byte[] code(String purpose, String text) {
        try {
            // Whoever looks for the algorithm anew each time waits longer for it than for the code.
            Mac own = (Mac) mac.clone();
            return own.doFinal((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HmacSHA256 of every Java can be copied", e);
        }
    }

    /**
     * Returns a key of 256 bits for what second factors need (HKDF, RFC 5869); keys of different purposes have nothing in common.
     *
     * @param algorithm that the key is for, such as AES
     */
    public SecretKey keyOfSecondFactors(String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(ofSecondFactors.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has HKDF-SHA256", e);
        }
    }

    private static void check(String name, String secret) {
        if (isWeak(secret)) {
            throw new ConfigurationException(name + " is missing or weak: set it to at least 32 random bytes,"
                    + " for example with: openssl rand -base64 48");
        }
    }

    private static boolean isWeak(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES
                || secret.chars().distinct().count() < MIN_DIFFERENT;
    }

    /** Two applications may start at once: whoever comes second reads what the first has written. */
    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigurationException("KK_DATA_DIR is not writable: " + file.getParent(), e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "jwt-secret",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Tickets.create(), StandardOpenOption.TRUNCATE_EXISTING);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other application was faster; its secret counts.
        } finally {
            Files.delete(draft);
        }
    }

    /** The one signature of this installation; Micronaut's check of tokens finds it too. */
    @Factory
    static final class Signature {
        @Singleton
        @Named("generator")
        SignatureGeneratorConfiguration ofTokens(SigningSecret secret) {
            var configuration = new SecretSignatureConfiguration("generator");
            configuration.setSecret(secret.secret);
            return new SecretSignature(configuration);
        }
    }
}
