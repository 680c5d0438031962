package de.kreiskonzept.foundation.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfferTest {
    private final Offer offer =
            Offer.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "Landkreis Köln", "a+b@kreis.example", "x");

    @Test
    void tellsTheAppWhoseSecretItIs() {
        assertThat(offer.uri())
                .isEqualTo("otpauth://totp/Landkreis%20K%C3%B6ln:a%2Bb%40kreis.example"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Landkreis%20K%C3%B6ln"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void writesTheSecretInGroupsOfFour() {
        assertThat(offer.groups()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    /** The finder pattern of a QR code begins with seven dark modules, after four of white. */
    @Test
    void drawsASquareWithWhiteAround() {
        var square = offer.square();
        assertThat(square.size()).isBetween(29 + 8, 57 + 8);
        assertThat(square.path()).startsWith("M4,4h1v1h-1zM5,4h1v1h-1z").doesNotContain("M3,", ",3h");
    }
}
