package de.kreiskonzept.foundation.signin;

import de.kreiskonzept.foundation.database.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that travel in a link or as a refresh token: 256 random bits outside, only their SHA-256 in the database. */
public final class Tickets {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tickets() {}

    /** Returns a fresh secret of 43 characters that are safe in a URL. */
    public static String create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether two secrets are the same; takes as long whatever they have in common. */
    public static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the 32 bytes to store and to search by. A secret of 256 random bits needs no slow hash. */
    public static byte[] hash(String ticket) {
        return Sha256.of(ticket);
    }
}
