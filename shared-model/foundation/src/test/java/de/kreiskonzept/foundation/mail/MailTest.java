package de.kreiskonzept.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
    @Test
    void goesToADomainWithUmlautsInItsFormInAscii() {
        assertThat(Mail.isAddress("info@böblingen.example")).isTrue();
        assertThat(new Mail("info@Böblingen.example", "Betreff", "Text").recipient())
                .isEqualTo("info@xn--bblingen-n4a.example");
        assertThat(new Mail("amt@straße.example", "Betreff", "Text").recipient())
                .matches("amt@(strasse|xn--strae-oqa)\\.example");
        assertThat(new Mail("info@Kreis.example", "Betreff", "Text").recipient())
                .isEqualTo("info@Kreis.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jörg@kreis.example",
                "info@böblingen",
                "info@bö blingen.example",
                "info@böblingen.example\r\nBcc: x@y.example",
                "info@böblingen.example\u2028x",
                "info@b\u00ADblingen.exa\u200Bmple",
                "info＠böblingen.example",
                "a@b.example,info@böblingen.example",
                "<info@böblingen.example>",
                "info@böblingen。example",
                "info@-ö-.example",
                "@böblingen.example",
                "ö"
            })
    void refusesWhatIsNotOneAddress(String text) {
        assertThat(Mail.isAddress(text)).isFalse();
        assertThatThrownBy(() -> new Mail(text, "Betreff", "Text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesADomainThatIsTooLongInAscii() {
        assertThat(Mail.isAddress("info@" + "ö".repeat(80) + ".example")).isFalse();
    }
}
