package de.kreiskonzept.foundation.secondfactor;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.nayuki.qrcodegen.QrCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A secret that somebody may put into an app.
 *
 * @param secret 32 letters and digits
 * @param uri what the square says: {@code otpauth://totp/...}
 * @param sealed the same secret for the form that confirms it; opens for this account only
 */
@Serdeable
@Schema(name = "SecondFactorOffer")
public record Offer(
        String secret, String uri, @JsonProperty("offer") String sealed) {
    /** Modules of white around the square (ISO/IEC 18004). */
    private static final int QUIET = 4;

    static Offer of(String secret, String issuer, String account, String sealed) {
        return new Offer(
                secret,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                        .formatted(encoded(issuer), encoded(account), secret, encoded(issuer)),
                sealed);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns the secret in groups of four, as it is read aloud or typed. */
    public String groups() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Returns the dark modules of the square, for an SVG of {@code size} modules each way. */
    public Square square() {
        var code = QrCode.encodeText(uri, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var row = 0; row < code.size; row++) {
            for (var column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    path.append('M')
                            .append(column + QUIET)
                            .append(',')
                            .append(row + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Square(code.size + 2 * QUIET, path.toString());
    }

    /**
     * The offer as an image.
     *
     * @param size modules each way, with the white around
     * @param path data of an SVG path, in modules
     */
    public record Square(int size, String path) {}
}
