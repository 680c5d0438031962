package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with all rights has removed what a county is in PostgreSQL. */
@ExtendWith(PlatformUnderTest.Given.class)
class RemovedByHandIT {
    private final PlatformUnderTest platform;

    RemovedByHandIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP OWNED BY %1$s; DROP ROLE %1$s", "DROP SCHEMA %1$s CASCADE"})
    void isAFaultWithANumberForItsPeopleAndNothingForTheOthers(String removal) throws Exception {
        var county = platform.county();
        var other = platform.county();
        var cookie = platform.cookie(county, Roles.LEAD);
        var cookieOfTheOther = platform.cookie(other, Roles.LEAD);
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement()) {
            statement.execute(removal.formatted(county.schema()));
        }
        var page = platform.page("/" + county.slug() + "/konzept", cookie);
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body())
                .contains(page.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain(county.schema(), "Exception");
        assertThat(platform.page("/" + other.slug() + "/konzept", cookieOfTheOther)
                        .statusCode())
                .isEqualTo(200);
    }
}
