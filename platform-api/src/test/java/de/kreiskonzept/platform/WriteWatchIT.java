package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.audit.WriteWatch;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.platform.identity.Roles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README no longer lets pass is found. */
class WriteWatchIT {
    @Test
    void aRequestAndAJobThatLeaveNoEntryAreNamedWithTableAndColumns(@TempDir Path folder) throws Exception {
        var readme = WriteWatch.readmeWithout(folder, "update identity_session last_used_at");
        try (var platform = PlatformUnderTest.on(TestServer.shared(), Map.of(WriteWatch.SETTING, readme))) {
            var county = platform.county();
            var token = platform.token(county, Roles.READER);
            platform.bean(MovableClock.class).advance(Duration.ofMinutes(6));
            assertThat(platform.get("/api/v1/" + county.slug() + "/konto/sitzungen", token)
                            .statusCode())
                    .isEqualTo(200);
            platform.job(
                    county,
                    "make accounts",
                    () -> platform.bean(People.class)
                            .create("neu@kreis.example", Roles.READER, "correct horse battery staple"));
        }
        assertThatThrownBy(WriteWatch::assertOneEntryEach)
                .hasMessageContaining("answered 200, left 0 entries: [update identity_session last_used_at]")
                .hasMessageContaining("job make accounts left 0 entries:"
                        + " [insert identity_account, update identity_account password_hash]");
    }
}
