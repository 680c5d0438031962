package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.signin.SigningSecret;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps what second factors need so that the database alone gives nothing away (AES-256-GCM, NIST SP 800-38D; HMAC-SHA-256). Everything is
 * bound to one owner and one purpose: a row that is copied to another account or county opens nothing there.
 */
@Singleton
final class SecretBox {
    /** What a sealed secret is for. */
    enum Purpose {
        OFFERED,
        KEPT
    }

    /**
     * Whose secret it is.
     *
     * @param tenant county, or what stands for the provider
     */
    record Owner(UUID tenant, UUID account) {
        private byte[] bound(String purpose) {
            return (purpose + '\0' + tenant + '\0' + account + '\0').getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey sealing;
    private final SecretKey hashing;

    SecretBox(SigningSecret secret) {
        sealing = secret.keyOfSecondFactors("second factor: secrets", "AES");
        hashing = secret.keyOfSecondFactors("second factor: recovery codes", MAC);
    }

    /** Returns the nonce and the sealed secret, to be stored together. */
    byte[] seal(Owner owner, Purpose purpose, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner, purpose).doFinal(secret);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** Opens what was sealed; empty where it was sealed for another owner or purpose, by another installation, or was changed. */
    Optional<byte[]> open(Owner owner, Purpose purpose, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, owner, purpose)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Owner owner, Purpose purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.bound(purpose.name()));
        return cipher;
    }

    /** Returns the 32 bytes by which a recovery code is known; without the key of this installation nobody can try codes. */
    byte[] hash(Owner owner, String recoveryCode) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(hashing);
            mac.update(owner.bound("RECOVERY"));
            return mac.doFinal(recoveryCode.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
