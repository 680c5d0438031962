package de.kreiskonzept.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteUrlsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kreis.example",
                "https://kreis.example/",
                "https://kreis.example// ",
                "https://kreis.example/kk/"
            })
    void joinsWithOneSlash(String setting) {
        var urls = new SiteUrls(setting, setting);
        var home = setting.contains("kk") ? "https://kreis.example/kk" : "https://kreis.example";
        assertThat(urls.platform("/konstanz/")).isEqualTo(home + "/konstanz/");
        assertThat(urls.console("/registrieren")).isEqualTo(home + "/registrieren");
    }
}
