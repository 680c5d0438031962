package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenancyFilterTest {
    @ParameterizedTest
    @CsvSource({
        "/konstanz, konstanz",
        "/konstanz/ampel, konstanz",
        "/api/v1/konstanz/ampel, konstanz",
        "/api/v1/assets/token, assets",
        "/konstanz/api, konstanz"
    })
    void findsTheCountyInThePath(String path, String slug) {
        assertThat(TenancyFilter.slug(path)).contains(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/",
                "/api/v1/",
                "/assets/kern/kern.min.css",
                "/openapi.json",
                "/metrics",
                "/anmelden/zurueck"
            })
    void findsNoCountyOnPagesOfTheWholePlatform(String path) {
        assertThat(TenancyFilter.slug(path)).isEmpty();
    }

    @Test
    void findsNoCountyInAnEmptySegment() {
        assertThat(TenancyFilter.slug("//ampel")).isEmpty();
    }
}
