package de.kreiskonzept.platform;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.StartContract;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.List;
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
        return account(platform.county());
    }

    @Override
    protected Traces traces() throws Exception {
        var county = platform.county();
        return new Traces(
                account(county),
                county.schema(),
                "identity_account",
                "\"tenant\":\"" + county.id() + "\"",
                List.of(county.slug(), county.name()));
    }

    private Account account(Workspace county) throws Exception {
        platform.in(county, () -> platform.bean(People.class).create("eva@kreis.example", Roles.ADMIN, PASSWORD));
        return new Account("/" + county.slug() + "/anmelden", "eva@kreis.example", PASSWORD);
    }
}
