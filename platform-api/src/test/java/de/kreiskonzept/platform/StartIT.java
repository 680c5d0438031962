package de.kreiskonzept.platform;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.StartContract;
import de.kreiskonzept.platform.identity.Roles;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class StartIT extends StartContract {
    private static final String PASSWORD = "ein gutes Passwort";

    private final PlatformUnderTest platform;

    StartIT(PlatformUnderTest platform) {
        super(new Application(
                Platform.class,
                "platform",
                "kk_platform",
                TestServer.PLATFORM_PASSWORD,
                "KK_PLATFORM_DB_",
                "KK_",
                "/"));
        this.platform = platform;
    }

    @Override
    protected Account account() throws Exception {
        var county = platform.county();
        platform.in(county, () -> platform.bean(People.class).create("eva@kreis.example", Roles.ADMIN, PASSWORD));
        return new Account("/" + county.slug() + "/anmelden", "eva@kreis.example", PASSWORD);
    }
}
