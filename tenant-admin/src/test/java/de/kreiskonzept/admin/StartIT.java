package de.kreiskonzept.admin;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.StartContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsoleUnderTest.Given.class)
class StartIT extends StartContract {
    private final ConsoleUnderTest console;

    StartIT(ConsoleUnderTest console) {
        super(new Application(
                Console.class,
                "console",
                "kk_admin",
                TestServer.ADMIN_PASSWORD,
                "KK_ADMIN_DB_",
                "KK_CONSOLE_",
                "/anmelden"));
        this.console = console;
    }

    @Override
    protected Account account() throws Exception {
        return new Account("/anmelden", console.newAccount("operator"), ConsoleUnderTest.PASSWORD);
    }

    @Override
    protected Traces traces() throws Exception {
        return new Traces(account(), "registry", "operator_account", "", List.of());
    }
}
