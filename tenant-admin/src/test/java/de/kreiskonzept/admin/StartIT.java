package de.kreiskonzept.admin;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.StartContract;

class StartIT extends StartContract {
    StartIT() {
        super(new Application(
                Console.class,
                "console",
                "kk_admin",
                TestServer.ADMIN_PASSWORD,
                "KK_ADMIN_DB_",
                "KK_CONSOLE_",
                "/anmelden"));
    }
}
