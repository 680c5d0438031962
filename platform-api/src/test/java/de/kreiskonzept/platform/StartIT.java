package de.kreiskonzept.platform;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.StartContract;

class StartIT extends StartContract {
    StartIT() {
        super(new Application(
                Platform.class,
                "platform",
                "kk_platform",
                TestServer.PLATFORM_PASSWORD,
                "KK_PLATFORM_DB_",
                "KK_",
                "/"));
    }
}
