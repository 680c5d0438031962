package de.kreiskonzept.foundation.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import de.kreiskonzept.foundation.signin.Tickets;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app (RFC 6238): six digits, SHA-1, a new one every 30 seconds, the values that every app knows. */
@Singleton
public final class Totp {
    /** Digits of a code. */
    public static final int DIGITS = 6;

    private static final int SECRET_BYTES = 20;
    private static final int TEXT_LENGTH = SECRET_BYTES * 8 / 5;
    private static final int BASE = 32;
    private static final String HEXADECIMAL_LIKE = "0123456789abcdefghijklmnopqrstuv";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Clock clock;

    Totp(Clock clock) {
        this.clock = clock;
    }

    /** Returns a secret of 160 random bits, as RFC 4226 recommends. */
    static byte[] createSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** Returns a secret as people type it and apps read it: 32 letters and digits (RFC 4648, base 32). */
    static String text(byte[] secret) {
        var text = new StringBuilder(new BigInteger(1, secret).toString(BASE));
        text.insert(0, "0".repeat(TEXT_LENGTH - text.length()));
        for (var place = 0; place < text.length(); place++) {
            text.setCharAt(place, BASE32.charAt(HEXADECIMAL_LIKE.indexOf(text.charAt(place))));
        }
        return text.toString();
    }

    /** Finds the time step of a code: now, the one before, or the next one, because clocks differ. */
    OptionalLong step(byte[] secret, String code) {
        var now = clock.instant().getEpochSecond() / seconds();
        return LongStream.of(now, now - 1, now + 1)
                .filter(step -> Tickets.isSame(code(secret, Instant.ofEpochSecond(step * seconds())), code))
                .findFirst();
    }

    /** Returns the code of a moment. */
    String code(byte[] secret, Instant moment) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()), moment, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of a code", e);
        }
    }

    private long seconds() {
        return generator.getTimeStep().toSeconds();
    }
}
