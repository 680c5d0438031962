package de.kreiskonzept.foundation.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's telephone: it has the secret that a page or an answer has shown, and nothing else. */
public final class Authenticator {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern SHOWN = Pattern.compile("((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})");

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final byte[] secret;

    /** Takes a secret of 32 letters and digits, with or without spaces. */
    public Authenticator(String secret) {
        var bytes = new ByteArrayOutputStream();
        var held = 0;
        var bits = 0;
        for (var character : secret.replace(" ", "").toCharArray()) {
            held = (held << 5 | BASE32.indexOf(character)) & 0xFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        this.secret = bytes.toByteArray();
    }

    /** Reads the secret that a page shows in groups of four. */
    public static Authenticator of(String page) {
        var shown = SHOWN.matcher(page);
        if (!shown.find()) {
            throw new AssertionError("no secret on this page: " + page);
        }
        return new Authenticator(shown.group(1));
    }

    /** The code of a moment. */
    public String code(Instant moment) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()), moment, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
