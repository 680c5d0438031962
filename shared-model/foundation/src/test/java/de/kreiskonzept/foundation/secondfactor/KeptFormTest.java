package de.kreiskonzept.foundation.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.form.SentForm.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptFormTest {
    private static final String ACTION = "/konstanz/hilfe/neu";

    @Test
    void keepsWhatWasTypedInItsOrderButNotWhatGuardsTheForm() {
        var form = kept("reason=Zwei%0D%0AZeilen+%26+%22mehr%22&csrfToken=abc&tag=%C3%A4&tag=b&leer=&ohne&100%=x");
        assertThat(form.orElseThrow())
                .isEqualTo(new KeptForm(
                        ACTION,
                        List.of(
                                new Field("reason", "Zwei\r\nZeilen & \"mehr\""),
                                new Field("tag", "ä"),
                                new Field("tag", "b"),
                                new Field("leer", ""),
                                new Field("ohne", ""),
                                new Field("100%", "x")),
                        null));
    }

    @Test
    void findsTheCodeThatCameWithIt() {
        var form = kept("reason=Grund&freshCode=123456").orElseThrow();
        assertThat(form.code()).isEqualTo("123456");
        assertThat(form.fields()).containsExactly(new Field("reason", "Grund"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "repeated", "code", "p%61ssword"})
    void keepsNoFormWithASecretInIt(String name) {
        assertThat(kept("reason=Grund&" + name + "=geheim")).isEmpty();
    }

    @Test
    void keepsNoFormOfMoreThan64KiB() {
        var longest = "reason=" + "x".repeat(64 * 1024 - "reason=".length());
        assertThat(kept(longest)).isPresent();
        assertThat(kept(longest + "x")).isEmpty();
    }

    @Test
    void knowsTheNamesOfAllFieldsForPasswordsAndCodes() {
        assertThat(SecretInputs.unknown(Path.of(""))).isEmpty();
    }

    private static Optional<KeptForm> kept(String body) {
        return KeptForm.of(ACTION, body.getBytes(StandardCharsets.US_ASCII));
    }
}
