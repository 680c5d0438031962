package de.kreiskonzept.foundation.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static Totp at(long second) {
        return new Totp(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    /** The last six of the eight digits of RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(at(second).code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(at(second).step(SECRET, code)).hasValue(second / 30);
    }

    @Test
    void writesASecretInBase32() {
        assertThat(Totp.text(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.text(new byte[20])).isEqualTo("A".repeat(32));
        assertThat(new Authenticator(Totp.text(SECRET)).code(Instant.ofEpochSecond(59)))
                .isEqualTo("287082");
    }

    @Test
    void allowsClocksToDifferByOneStepAndNoMore() {
        var code = at(900).code(SECRET, Instant.ofEpochSecond(900));

        assertThat(at(870).step(SECRET, code)).hasValue(30);
        assertThat(at(959).step(SECRET, code)).hasValue(30);
        assertThat(at(869).step(SECRET, code)).isEqualTo(OptionalLong.empty());
        assertThat(at(960).step(SECRET, code)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void makesAnotherSecretEachTime() {
        assertThat(Totp.createSecret()).hasSize(20).isNotEqualTo(Totp.createSecret());
    }
}
