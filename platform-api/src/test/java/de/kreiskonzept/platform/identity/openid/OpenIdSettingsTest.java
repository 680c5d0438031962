package de.kreiskonzept.platform.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdSettingsTest {
    @Test
    void isOffWhereNothingIsSet() {
        assertThat(new OpenIdSettings("", "", "").isOn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"https://a.example,'',''", "'',client,''", "https://a.example,client,''", "'',client,secret"})
    void startsWithNoPartAlone(String issuer, String client, String secret) {
        assertThatThrownBy(() -> new OpenIdSettings(issuer, client, secret))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("KK_OIDC_ISSUER")
                .hasMessageContaining("all three or none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://anmeldung.kreis.example/realms/verwaltung",
                "http://localhost:8082/realms/verwaltung",
                "http://keycloak.localhost:8082/realms/verwaltung",
                "http://127.0.0.1:8082"
            })
    void takesEncryptedAddressesAndThoseOfThisMachine(String issuer) {
        assertThat(new OpenIdSettings(issuer, "client", "secret").isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://anmeldung.kreis.example",
                "http://localhost.kreis.example",
                "ftp://localhost",
                "anmeldung.kreis.example",
                "https://",
                "https:// leer"
            })
    void takesNoOthers(String issuer) {
        assertThatThrownBy(() -> new OpenIdSettings(issuer, "client", "secret"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("KK_OIDC_ISSUER")
                .hasMessageContaining("https");
    }
}
